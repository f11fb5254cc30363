import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

/** Recordings of one kind. */
export interface Group {
  readonly name: string;
  readonly files: readonly string[];
}

/** Folders of public recordings, and how many of each are measured, at equal steps over the sorted names. */
const PUBLIC = [
  ['English learners, children and adults', 'english-learners', 125],
  ['English, native', 'english-native', 100],
  ['Korean, native', 'korean', 100],
  ['single English words', 'english-commands', 60],
] as const;

/** The bundled recordings, and the public ones that are in the folder. */
export function recordingGroups(speech: string): Group[] {
  const bundled = filesBelow(join(packageRoot(), 'practice', 'recordings'), '.wav');
  const found = PUBLIC.map(([name, folder, count]) => ({ name, files: spread(filesBelow(join(speech, folder), '.opus'), count) }));
  return [{ name: 'bundled recordings', files: bundled }, ...found].filter(({ files }) => files.length > 0);
}

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => join(folder, name));
}

function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)] as T);
}
