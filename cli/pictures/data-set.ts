import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ifMissing } from '../../base/missing-file';

/** The two folders of a data set: whose recordings they are. */
const CLASSES = ['native', 'foreigner'] as const;
export type SpeakerClass = (typeof CLASSES)[number];

/** The WAV files in a folder, in the order of their names; none where there is no such folder. */
export async function wavFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(ifMissing<string[]>([]));
  return names.filter((name) => /\.wav$/i.test(name)).sort().map((name) => join(folder, name));
}

/** Deletes the WAV files of both classes, and the folders where nothing else is in them. @returns how many were deleted, how many are left */
export async function deleteDataSet(dataSet: string): Promise<{ deleted: number; left: number }> {
  const files = await allRecordings(dataSet);
  for (const file of files) await rm(file);
  for (const folder of [...CLASSES.map((each) => join(dataSet, each)), dataSet]) await rmdir(folder).catch(() => undefined);
  const left = (await allRecordings(dataSet)).length;
  return { deleted: files.length - left, left };
}

async function allRecordings(dataSet: string): Promise<string[]> {
  return (await Promise.all(CLASSES.map((each) => wavFilesIn(join(dataSet, each))))).flat();
}
