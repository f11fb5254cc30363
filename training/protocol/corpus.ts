import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import type { Command } from '../../base/command-line/command';
import { needed, readOptions } from '../../base/command-line/options';
import { readTextFile } from '../../base/command-line/text-file';
import { UsageError } from '../../base/command-line/usage-error';

const help = `node tools/run.mjs training corpus --corpus DIR --out DIR [--part test|train] [--report-speakers FILE]

Makes the folder that npm run report reads as --speech from a public copy of the corpus speechocean762, as
https://github.com/jimbozhang/speechocean762 has it: WAVE, test, train, and resource/scores-detail.json; for the
ratings of sounds also resource/scores.json. No recording is copied.

  --corpus DIR   the copy
  --out DIR      a new folder
  --part NAME    test (default): speakers whom no training of this project has heard; train: the part that the
                 project's models learn from and are reported on, the report set apart
  --report-speakers FILE   the speakers to report on, one a line (default: all of the part). The published figures are of
                 --part train --report-speakers training/report-speakers.txt
`;

const figures = v.pipe(v.array(v.number()), v.minLength(1));
/** One recording in scores-detail.json. A list holds one rating for each expert. */
const scoredSchema = v.object({
  text: v.string(),
  total: figures,
  accuracy: figures,
  fluency: figures,
  prosodic: figures,
  completeness: figures,
  words: v.array(v.object({ text: v.string(), total: figures, accuracy: figures, stress: figures })),
});
type Scored = v.InferOutput<typeof scoredSchema>;

/** What is used of a recording in scores.json: the experts' mean for each sound of each word, 0 to 2. */
const soundsSchema = v.object({ words: v.array(v.object({ 'phones-accuracy': v.array(v.number()) })) });

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('corpus', argv, {
    corpus: { type: 'string' },
    out: { type: 'string' },
    part: { type: 'string', default: 'test' },
    'report-speakers': { type: 'string' },
  });
  const out = needed('corpus', 'out', options.out);
  if (options.part !== 'test' && options.part !== 'train') throw new UsageError(`--part is "${options.part}"; it must be test or train.`);
  if (existsSync(out)) throw new UsageError(`${out} is there already; name a new folder for --out.`);
  const recordings = await makeSpeech({ ...options, corpus: needed('corpus', 'corpus', options.corpus), out, part: options.part });
  process.stderr.write(`${recordings} recordings. Next command: npm run report -- --speech ${out}\n`);
  return 0;
}

interface SpeechOptions {
  readonly corpus: string;
  readonly out: string;
  readonly part: 'test' | 'train';
  readonly 'report-speakers'?: string | undefined;
}

/** Makes the folder that the report reads from a copy of the corpus. @returns how many recordings there are @throws UsageError */
export async function makeSpeech({ corpus, out, ...options }: SpeechOptions): Promise<number> {
  const part = join(corpus, options.part);
  const recordings = await readPairs(join(part, 'wav.scp'));
  const [speakers, ages, genders] = [
    await readPairs(join(part, 'utt2spk')), await readPairs(join(part, 'spk2age')), await readPairs(join(part, 'spk2gender')),
  ];
  const scores = await readScores(join(corpus, 'resource', 'scores-detail.json'));
  const summary = join(corpus, 'resource', 'scores.json');
  const sounds = existsSync(summary) ? await readScores(summary) : {};
  const labels = [...recordings].map(([id, file]) => {
    const speaker = speakers.get(id) ?? '';
    return label(id, file.replace(/^WAVE/, 'audio'), { speaker, age: Number(ages.get(speaker)), gender: genders.get(speaker) ?? '' }, scores, soundsOf(sounds[id]));
  });
  const reported = options['report-speakers'] === undefined
    ? `${[...new Set(speakers.values())].sort().join('\n')}\n`
    : await readTextFile(options['report-speakers']);

  const folder = join(out, 'english-learners');
  await mkdir(folder, { recursive: true });
  await symlink(resolve(corpus, 'WAVE'), join(folder, 'audio'), 'junction');
  await writeFile(join(folder, 'labels.jsonl'), labels.map((each) => `${JSON.stringify(each)}\n`).join(''));
  await writeFile(join(folder, 'report-speakers.txt'), reported);
  return labels.length;
}

/** Reads a file in Kaldi's format: a key and its value on each line. */
async function readPairs(path: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readTextFile(path)).split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return new Map(lines.map((line): [string, string] => {
    const [key = '', ...value] = line.split(/\s+/);
    return [key, value.join(' ')];
  }));
}

async function readScores(path: string): Promise<Readonly<Record<string, unknown>>> {
  const scores: unknown = JSON.parse(await readTextFile(path));
  if (!v.is(v.record(v.string(), v.unknown()), scores)) throw new UsageError(`${path} is no JSON object.`);
  return scores;
}

function label(id: string, file: string, speaker: object, scores: Readonly<Record<string, unknown>>, sounds: Sounds): object {
  const scored = scores[id];
  if (!v.is(scoredSchema, scored)) throw new UsageError(`scores-detail.json has no figures of each expert for the recording ${id}.`);
  const { text, total, accuracy, fluency, prosodic, completeness, words } = scored;
  const means = { total: mean(total), accuracy: mean(accuracy), fluency: mean(fluency), prosodic: mean(prosodic), completeness: mean(completeness) };
  return { id, file, ...speaker, text, ...means, experts: { total, accuracy, fluency, prosodic }, words: words.map((word, place) => wordLabel(word, sounds[place])) };
}

function wordLabel({ text, total, accuracy, stress }: Scored['words'][number], phoneAccuracy: Sounds[number] | undefined): object {
  return { text, total: mean(total), accuracy: mean(accuracy), stress: mean(stress), phoneAccuracy };
}

/** The ratings of the sounds, for each word. */
type Sounds = readonly (readonly number[])[];

function soundsOf(scored: unknown): Sounds {
  return v.is(soundsSchema, scored) ? scored.words.map((word) => word['phones-accuracy']) : [];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export const corpus: Command = {
  help,
  run,
};
