import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

const FOLDER = join(packageRoot(), 'training', 'work', 'report');

/** The files that decide which pairs there are: the recordings' labels and the code that draws the pairs. */
function sources(speech: string): string[] {
  const protocol = join(packageRoot(), 'training', 'protocol');
  return [
    join(speech, 'english-learners', 'labels.jsonl'),
    join(speech, 'english-learners', 'report-speakers.txt'),
    join(speech, 'korean', 'labels.tsv'),
    ...readdirSync(protocol).sort().map((file) => join(protocol, file)),
  ];
}

/**
 * The path of a set's table of pairs, which does not depend on the model. The table is written only once, because the voice
 * needs minutes to speak all texts and to time their words. @param without recordings to leave out @param write makes the table
 */
export function keptPairs(set: string, speech: string, without: readonly string[], write: (table: string) => void): string {
  const hash = createHash('sha1').update([speech, ...without].join('\n'));
  for (const path of sources(speech).filter((each) => existsSync(each))) hash.update(readFileSync(path));
  hash.update(spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' }).stdout);
  const table = join(FOLDER, `${set}-${hash.digest('hex').slice(0, 12)}.tsv`);
  if (existsSync(table)) return table;
  mkdirSync(FOLDER, { recursive: true });
  // A table gets its final name when it is complete. It is written in its final folder, because its paths are relative to that.
  const unfinished = `${table}.${process.pid}`;
  write(unfinished);
  renameSync(unfinished, table);
  return table;
}
