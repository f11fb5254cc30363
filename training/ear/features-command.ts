import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '../../base/command-line/command';
import { needed, readOptions } from '../../base/command-line/options';
import { progressLine } from '../../base/command-line/progress';
import { createPhoneHead, openDictionary, type PhoneHead } from '../../engine/ear/phone-head';
import { createInference } from '../../engine/inference';
import { readTable, requireColumns } from '../../base/table/table';
import { findEar } from '../../models/ear';
import { sentenceNumbers, sentenceVectors, wordNumbers, wordVectors } from '../../pipeline/ear/judge/inputs';
import { phoneFeatures } from '../../pipeline/ear/phones/features';
import { readHeard } from './heard-file';

const help = `node tools/run.mjs training ear-features --list files.tsv --heard DIR --heads DIR --out DIR

What the judge sees of recordings that the command ear has heard: made by the code that makes it in use.

  --list FILE   tab-separated table with a header line and the columns id and head: the name of a phone head, or empty for a
                language without one
  --heard DIR   the output of the command ear
  --heads DIR   phone heads, NAME.onnx
  --out DIR     for each recording ID.json (phones: word, symbol, start, end) and ID.f32: the features of the phones, the numbers
                of the words and of the sentence, their vectors
`;

async function run(argv: readonly string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const options = readOptions('ear-features', argv, { list: string, heard: string, heads: string, out: string });
  const [list, from, heads, out] = (['list', 'heard', 'heads', 'out'] as const).map((name) => needed('ear-features', name, options[name]));
  if (list === undefined || from === undefined || heads === undefined || out === undefined) return 1;
  const table = await readTable(list);
  requireColumns(table, list, ['id', 'head']);
  await mkdir(out, { recursive: true });
  const found = await findEar();
  const inference = createInference({ only: 'native' });
  const { dictionary, symbols } = found.manifest.phones['en'] ?? { dictionary: '', symbols: [] };
  const words = await openDictionary(found, dictionary);
  const opened = new Map<string, PhoneHead>();
  const progress = progressLine('recordings', table.rows.length);
  for (const { fields } of table.rows) {
    const { id = '', head = '' } = fields;
    if (head !== '' && !opened.has(head)) {
      const graph = await inference.open(await readFile(join(heads, `${head}.onnx`)));
      opened.set(head, createPhoneHead(graph, words, symbols));
    }
    const { numbers, vectors, listened, words: texts } = await readHeard(from, id);
    const { phones, posteriors } = (await opened.get(head)?.hear(listened, texts)) ?? { phones: [], posteriors: undefined };
    const { frames, size } = listened;
    const parts = [
      posteriors === undefined ? new Float32Array(0) : phoneFeatures(phones, posteriors, { data: listened.block5, frames, size }),
      wordNumbers(numbers, texts.length, phones, frames),
      sentenceNumbers(numbers, texts.length, phones, frames),
      wordVectors(numbers, vectors, texts.length, size),
      sentenceVectors({ data: listened.last, frames, size }, { data: listened.block4, frames, size }),
    ];
    await writeFile(join(out, `${id}.f32`), Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
    await writeFile(join(out, `${id}.json`), JSON.stringify({ words: texts.length, phones: phones.map(({ word, symbol, start, end }) => [word, symbol, start, end]) }));
    progress.step(0);
  }
  progress.end();
  return 0;
}

export const earFeatures: Command = { help, run };
