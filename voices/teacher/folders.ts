import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileName, isSameName } from '../../base/file-name';
import { ifMissing } from '../../base/missing-file';

/** Longest name of a teacher's folder, characters. */
const MAX_NAME = 40;

/** Where the voices of teachers are in Node-RED's user directory. */
export function voicesFolder(userDir: string): string {
  return join(userDir, 'pronunciation', 'voices');
}

/** The folder's name for a teacher's name. */
export const folderName = (teacher: string): string => fileName(teacher, MAX_NAME);

/** The names of the folders, without links: a link may lead anywhere. */
export async function foldersIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(ifMissing([]));
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** The folder of a teacher; undefined where there is none. The name may come from anybody: it never leads out of `root`. */
export async function folderOf(root: string, teacher: string): Promise<string | undefined> {
  const wanted = folderName(teacher);
  const found = (await foldersIn(root)).find((name) => isSameName(name, wanted));
  return found === undefined ? undefined : join(root, found);
}
