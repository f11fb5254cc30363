import { writeFile } from 'node:fs/promises';
import type { Command } from '../../../base/command-line/command';
import { countOption, needed, readOptions } from '../../../base/command-line/options';
import { progressLine } from '../../../base/command-line/progress';
import { UsageError } from '../../../base/command-line/usage-error';
import { createHearer } from '../../../engine/child-jobs/hear';
import { createInference } from '../../../engine/inference';
import type { Heard } from '../../../pipeline/ear/heard';
import { encodeWav } from '../../../pipeline/wav';
import { figuresOf, type Measured } from './figures';
import { outcomeOf } from './outcome';
import { HALVES, readHalf, type Recording } from './recordings';
import { KINDS, trialsOf, type Trial } from './trials';

const help = `node tools/run.mjs training ear-words --speech DIR [--half report|choice] [--learners N] [--edits N]
                   [--seed N] [--details FILE.tsv]

How well the ear finds words that were left out, added or exchanged. Recordings of people get a text that is not quite what
they said, or are cut or repeated in part; the ear must find the difference, and find none in a right text.

  --speech DIR    the folder of recordings, with english-native, korean and english-learners
  --half NAME     report (default): every second native, and the learners of report-speakers.txt;
                  choice: all others but the choice speakers. Limits are chosen on this half only
  --learners N    learners whom experts rate 8 of 10 or more; default 60
  --edits N       edited texts of each kind for a recording; default 3
  --seed N        default 1
  --details FILE  a line for each trial

Intervals are Wilson's, 95 %. Times are those of one recording in this process, with the ear loaded.
`;

const COLUMNS = ['id', 'kind', 'place', 'word', 'found', 'named', 'asKind', 'alone', 'completeness', 'ms', 'text', 'heard', 'errors', 'insertions'];

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('ear-words', argv, {
    speech: { type: 'string' },
    half: { type: 'string' },
    learners: { type: 'string' },
    edits: { type: 'string' },
    seed: { type: 'string' },
    details: { type: 'string' },
  });
  const half = HALVES.find((each) => each === (options.half ?? 'report'));
  if (half === undefined) throw new UsageError(`--half is "${options.half}"; it must be one of ${HALVES.join(', ')}.`);
  const seed = countOption('seed', options.seed, 1, 0, 2 ** 31);
  const edits = countOption('edits', options.edits, 3, 1, 100);
  const recordings = await readHalf(needed('ear-words', 'speech', options.speech), half, countOption('learners', options.learners, 60, 0, 2000), seed);
  const { hear } = createHearer(createInference({ only: 'native' }));
  const heardOf = async ({ audio, text }: Pick<Trial, 'audio' | 'text'>, language: string): Promise<Heard> =>
    (await hear({ kind: 'hear', wav: encodeWav(audio).wav, language, text })).heard;

  const measured: Measured[] = [];
  const lines = [COLUMNS.join('\t')];
  const progress = progressLine('recordings', recordings.length);
  await heardOf(recordings[0] as Recording, recordings[0]?.language ?? ''); // loads the ear
  for (const [i, recording] of recordings.entries()) {
    const { id, language } = recording;
    const own = await heardOf(recording, language);
    const keep = (trial: Trial, heard: Heard): void => {
      const outcome = outcomeOf(trial, heard);
      const one = { ...outcome, kind: trial.kind, recording, completeness: heard.completeness ?? 0, ms: heard.ms };
      measured.push(one);
      lines.push(line(id, trial, one, heard));
    };
    keep({ kind: 'right', audio: recording.audio, text: recording.text, place: -1, word: '' }, own);
    for (const trial of trialsOf(recording, recordings, own, edits, seed + i)) keep(trial, await heardOf(trial, language));
    progress.step(0);
  }
  progress.end();
  if (options.details !== undefined) await writeFile(options.details, `${lines.join('\n')}\n`);
  process.stdout.write(tableOf(measured));
  return 0;
}

function tableOf(measured: readonly Measured[]): string {
  const groups = [...new Set(measured.map(groupOf))];
  return groups
    .flatMap((group) => [
      `${group}\n`,
      ...KINDS.flatMap((kind) => {
        const those = measured.filter((one) => groupOf(one) === group && one.kind === kind);
        return those.length === 0 ? [] : [`  ${kind}: ${figuresOf(kind, those).join(', ')}\n`];
      }),
    ])
    .join('');
}

function groupOf({ recording: { who, language } }: Measured): string {
  return `${who}s, ${language}`;
}

function line(id: string, { kind, place, word, text }: Trial, one: Measured, { text: said, words, insertions }: Heard): string {
  const errors = words.flatMap(({ text: wrong, error }, i) => (error === 'none' ? [] : [`${i} ${wrong} ${error}`]));
  const fields = [one.isFound, one.isNamed, one.isAsKind, one.isAlone].map(Number);
  return [id, kind, place, word, ...fields, one.completeness.toFixed(2), Math.round(one.ms), text, said, errors.join('; '), insertions.map((added) => added.text).join('; ')].join('\t');
}

export const earWords: Command = { help, run };
