import { access, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Finds a file that a table names, relative to the table. If there is no such file, looks for one with an equivalent name: with
 * composed or decomposed letters (a Mac writes one form, the disk may hold the other), with slashes in place of backslashes, or
 * with different capitals if only one file matches.
 * @returns an absolute path; for a missing file, the path in the table
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
