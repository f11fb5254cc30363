import { open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './usage-error';

/**
 * Tries whether a file can be written before hours of work go into it; leaves nothing behind.
 * @throws UsageError that says why it can't
 */
export async function checkOutputFile(option: string, path: string): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  if (before?.isDirectory() === true) throw new UsageError(`--${option} names the folder ${path}; name a file in it.`);
  try {
    await (await open(path, 'a')).close();
    if (before === undefined) await rm(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`There is no folder ${dirname(path)} for --${option}; make it first.`);
    throw new UsageError(`--${option} can't be written to ${path}: ${message}.`);
  }
}
