import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '../../../base/command-line/command';
import { needed, readOptions } from '../../../base/command-line/options';
import { progressLine } from '../../../base/command-line/progress';
import { openEar } from '../../../engine/ear/ear';
import { openJudge } from '../../../engine/ear/judge';
import { openPhoneHeads } from '../../../engine/ear/phone-head';
import { createPhoneProbe, type PhoneProbe } from '../../../engine/ear/phone-probe';
import { spokenWords } from '../../../engine/ear/spoken-words';
import { createTeacher } from '../../../engine/ear/taught';
import { createInference } from '../../../engine/inference';
import { readAudio } from '../../../engine/offline/read-audio';
import { readTable, requireColumns } from '../../../base/table/table';
import { findEar } from '../../../models/ear';
import { earSamples } from '../../../pipeline/ear/samples';
import { spell } from '../../../pipeline/ear/spelling';
import { decodeWav } from '../../../pipeline/wav';
import { withWrongJamo } from './wrong-jamo';

const help = `node tools/run.mjs training ear-wrong-jamo --list trial.tsv --heads DIR --out FILE [--head COLUMN] [--texts N]

Natives' own text against the same text with 15 % wrong jamo, by the code that runs in use.

  --list FILE    table of training/ear/korean/train.py: id, file, text, and the graph that may hear the recording
  --heads DIR    its graphs
  --head COLUMN  column with the graph's name: head (default) or other
  --texts N      wrong texts for each recording (default 20)
  --out FILE     a row for each text: id, whether it is wrong, evidence (nats), total without the phones, total with them
`;

const SHARE = 0.15;

async function run(argv: readonly string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const options = readOptions('ear-wrong-jamo', argv, { list: string, heads: string, out: string, head: string, texts: string });
  const [list, heads, out] = (['list', 'heads', 'out'] as const).map((name) => needed('ear-wrong-jamo', name, options[name]));
  if (list === undefined || heads === undefined || out === undefined) return 1;
  const column = options.head ?? 'head';
  const table = await readTable(list);
  requireColumns(table, list, ['id', 'file', 'text', column]);
  const found = await findEar();
  const inference = createInference({ only: 'native' });
  const ear = await openEar(found, inference);
  const teach = createTeacher(ear);
  const { ko } = found.manifest.probes;
  const speak = spokenWords('ko');
  if (ko === undefined || speak === undefined) throw new Error('ear.json has no probe for ko');
  const phoneHeads = await openPhoneHeads(found, inference);
  const opened = new Map<string, PhoneProbe>();
  const lines = ['id\twrong\tevidence\twithout\twith'];
  const prompt = ear.tokens.prompt('ko') ?? [];
  const progress = progressLine('recordings', table.rows.length);
  for (const { fields } of table.rows) {
    const { id = '', file = '', text = '' } = fields;
    const name = fields[column] ?? '';
    const probe = opened.get(name) ?? createPhoneProbe(await inference.open(await readFile(join(heads, `${name}.onnx`))), ko, speak);
    opened.set(name, probe);
    const [without, withPhones] = [await openJudge(found, inference, phoneHeads, new Map()), await openJudge(found, inference, phoneHeads, new Map([['ko', probe]]))];
    const { samples, startMs } = earSamples(decodeWav(await readAudio(resolve(dirname(list), file))));
    const listened = await ear.listen(samples);
    const random = randomFrom(1);
    for (let i = 0; i <= Number(options.texts ?? 20); i++) {
      const said = spell(i === 0 ? text : withWrongJamo(text, SHARE, random), 'ko');
      const taught = await teach(listened, said, prompt);
      const heard = { listened, samples, taught, words: said.words, startMs };
      const { evidence } = await probe.probe(listened, said, startMs);
      const totals = [await without(heard, 'ko'), await withPhones(heard, 'ko')].map(({ rating }) => rating.total.toFixed(2));
      lines.push([id, i === 0 ? 0 : 1, (evidence ?? 0).toFixed(4), ...totals].join('\t'));
    }
    progress.step(0);
  }
  progress.end();
  await writeFile(out, `${lines.join('\n')}\n`);
  for (const [name, place] of [['evidence', 2], ['total without the phones', 3], ['total with the phones', 4]] as const) {
    const rows = lines.slice(1).map((line) => line.split('\t'));
    const values = (wrong: string): number[] => rows.filter((row) => row[1] === wrong).map((row) => Number(row[place]));
    console.log(`${name}: AUC ${auc(values('0'), values('1')).toFixed(4)}; own ${summary(values('0'))}; wrong ${summary(values('1'))}`);
  }
  return 0;
}

/** A linear congruential generator (Numerical Recipes' constants). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** How often a value of the first kind is above one of the second. */
function auc(above: readonly number[], below: readonly number[]): number {
  const wins = above.flatMap((a) => below.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

function summary(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return `${mean.toFixed(2)} (deviation ${deviation.toFixed(2)})`;
}

export const earWrongJamo: Command = { help, run };
