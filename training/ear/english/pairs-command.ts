import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Command } from '../../../base/command-line/command';
import { needed, readOptions } from '../../../base/command-line/options';
import { progressLine } from '../../../base/command-line/progress';
import { readTable, requireColumns } from '../../../base/table/table';
import { createHearer } from '../../../engine/child-jobs/hear';
import { createInference } from '../../../engine/inference';
import { readAudio } from '../../../engine/offline/read-audio';
import { findEar, readEarFile } from '../../../models/ear';
import { readDictionary, type Dictionary } from '../../../pipeline/ear/phones/dictionary';
import { pairFigures, pairOutcome, type PairOutcome } from './pair-outcome';

const help = `node tools/run.mjs training ear-pairs --list FILE.tsv [--details FILE.tsv]

Whether the ear tells English words apart that differ in one sound: sheep said for ship. Each recording is heard as the hear
node hears it.

  --list FILE     table with the columns file, text (what the ear expects), said (what the recording holds, the same number
                  of words; the text itself for a right recording), language, and group where there are several
  --details FILE  a line for each recording

A word that the ear's dictionary pronounces like the one that was said names it too: prays for praise. Intervals are Wilson's, 95 %.
`;

const COLUMNS = ['file', 'group', 'text', 'said', 'heard', 'right', 'found', 'named', 'hinted', 'ms'];

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('ear-pairs', argv, { list: { type: 'string' }, details: { type: 'string' } });
  const list = needed('ear-pairs', 'list', options.list);
  const table = await readTable(list);
  requireColumns(table, list, ['file', 'text', 'said', 'language']);
  const { hear } = createHearer(createInference({ only: 'native' }));
  const dictionary = await englishDictionary();
  const outcomes: { readonly group: string; readonly outcome: PairOutcome }[] = [];
  const lines = [COLUMNS.join('\t')];
  const progress = progressLine('recordings', table.rows.length);
  for (const { fields } of table.rows) {
    const { file = '', text = '', said = '', language = '', group = 'all' } = fields;
    const { heard } = await hear({ kind: 'hear', wav: await readAudio(resolve(dirname(list), file)), language, text });
    const outcome = pairOutcome({ text, said, language }, heard, dictionary);
    outcomes.push({ group, outcome });
    const marks = [outcome.isRight, outcome.isFound, outcome.isNamed, outcome.isHinted].map(Number);
    lines.push([file, group, text, said, heard.text, ...marks, Math.round(heard.ms)].join('\t'));
    progress.step(0);
  }
  progress.end();
  if (options.details !== undefined) await writeFile(options.details, `${lines.join('\n')}\n`);
  for (const name of new Set(outcomes.map(({ group }) => group))) {
    const own = outcomes.filter(({ group }) => group === name).map(({ outcome }) => outcome);
    process.stdout.write(`${name}\n${pairFigures(own).map((line) => `  ${line}\n`).join('')}`);
  }
  return 0;
}

async function englishDictionary(): Promise<Dictionary> {
  const found = await findEar();
  const file = found.manifest.phones['en']?.dictionary;
  return file === undefined ? () => [] : readDictionary(gunzipSync(await readEarFile(found, file)));
}

export const earPairs: Command = { help, run };
