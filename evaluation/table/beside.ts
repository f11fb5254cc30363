import { access, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The path of a file that a table names, relative to the table. Where there is no such file, one is taken whose name is
 * the same text: composed or decomposed letters (a Mac writes one, the disk may hold the other), backslashes for slashes,
 * other capitals where only one file has them.
 * @returns an absolute path; of a missing file, as the table has it
 */
export async function findBeside(tablePath: string, path: string): Promise<string> {
  const written = resolve(dirname(tablePath), path);
  return (await findSame(written)) ?? (await findSame(resolve(dirname(tablePath), path.replaceAll('\\', '/')))) ?? written;
}

async function findSame(path: string): Promise<string | null> {
  if (await exists(path)) return path;
  if (dirname(path) === path) return null;
  const folder = await findSame(dirname(path));
  if (folder === null) return null;
  const names = await readdir(folder).catch(() => []); // a file, or a folder that may not be listed
  const wanted = basename(path).normalize('NFC');
  const alike = names.filter((name) => name.normalize('NFC').toLowerCase() === wanted.toLowerCase());
  const found = names.find((name) => name.normalize('NFC') === wanted) ?? (alike.length === 1 ? alike[0] : undefined);
  return found === undefined ? null : join(folder, found);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
