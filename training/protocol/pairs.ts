import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Word } from '../../pipeline/types';
import { decodeWav } from '../../pipeline/wav';
import type { Command } from '../../base/command-line/command';
import { mapInParallel } from '../../base/serialise';
import { countOption, needed, readOptions } from '../../base/command-line/options';
import { progressLine } from '../../base/command-line/progress';
import { otherText, type SpokenText } from './other-text';
import { readSet, SETS, type Recording, type SetName } from './recordings';
import { seededRandom } from '../../base/random';
import { referenceVoice } from '../../engine/offline/reference-voice';
import { UsageError } from '../../base/command-line/usage-error';

const help = `node tools/run.mjs training pairs --speech DIR --set report|choice|korean|english-native|train --out pairs.tsv
                   [--choice-speakers FILE] [--seed N] [--no-words]

Writes the pairs on which the project's figures stand, for the command evaluate: for each recording of a set one
pair with its own text and one with another text of the set whose reference lasts as long within 10 % (drawn
with a fixed seed; the nearest where there is none, which is said).

  --speech DIR            the folder of recordings, with english-learners, korean and english-native
  --set NAME              report: the speakers of report-speakers.txt; choice: those of --choice-speakers;
                          train: all others; korean, english-native: natives who read
  --choice-speakers FILE  one speaker a line, # for a comment
  --out FILE              columns learner, text, language, human, same, accuracy, fluency, prosodic, speaker, age,
                          gender, words, reference_words (where words are rated: from the voice, which takes about half a
                          second for each text); learner is relative to the file
  --seed N                default 1
  --no-words              leaves out reference_words, which takes most of the time; the pairs are the same
`;

/** Tolerance of the duration, as a fraction of the own reference's duration. */
const TOLERANCE = 0.1;
const COLUMNS = [
  'learner',
  'text',
  'language',
  'human',
  'same',
  'accuracy',
  'fluency',
  'prosodic',
  'speaker',
  'age',
  'gender',
  'words',
  'reference_words',
] as const;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('pairs', argv, {
    speech: { type: 'string' },
    set: { type: 'string' },
    'choice-speakers': { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string' },
    'no-words': { type: 'boolean', default: false },
  });
  const speech = needed('pairs', 'speech', options.speech);
  const set = setOf(needed('pairs', 'set', options.set));
  const out = needed('pairs', 'out', options.out);
  const random = seededRandom(countOption('seed', options.seed, 1, 0, 2 ** 31));

  const recordings = await readSet(speech, set, options['choice-speakers']);
  const texts = await spokenTexts(recordings, !options['no-words']);
  const spokenOf = new Map(texts.map((spoken) => [spoken.text, spoken]));
  let nearest = 0;
  const lines = recordings.flatMap((recording) => {
    const own = spokenOf.get(recording.text);
    if (own === undefined) return [];
    const other = otherText(own, texts, TOLERANCE, random);
    if (!other.within) nearest += 1;
    return [line(recording, own, true, out), line(recording, other, false, out)];
  });
  await writeFile(out, `${[COLUMNS.join('\t'), ...lines].join('\n')}\n`);
  process.stderr.write(`${lines.length} pairs of ${recordings.length} recordings.\n`);
  if (nearest > 0) {
    process.stderr.write(`${nearest} recordings have no other text within 10 %: for them the text nearest in duration was used.\n`);
  }
  const silent = texts.filter(({ words }) => words?.length === 0).length;
  if (silent > 0) {
    process.stderr.write(`The voice did not tell where the words of ${silent} texts are (it may have run out of time; try ` +
      'again with less going on): their recordings will be left out of the figures of words.\n');
  }
  return 0;
}

function setOf(name: string): SetName {
  const set = SETS.find((each) => each === name);
  if (set === undefined) throw new UsageError(`--set is "${name}"; it must be one of ${SETS.join(', ')}.`);
  return set;
}

/** A text and, if its words are rated, their times in the reference. */
interface Spoken extends SpokenText {
  readonly words?: readonly Word[];
}

/** Each distinct text with the duration of its reference, in the order of the recordings. Rated words get their times if `withWords`. */
async function spokenTexts(recordings: readonly Recording[], withWords: boolean): Promise<readonly Spoken[]> {
  const voice = referenceVoice();
  const texts = new Map(recordings.map((recording) => [recording.text, recording]));
  const progress = progressLine('texts', texts.size);
  const spoken = await mapInParallel([...texts.values()], 2, async ({ text, language, words: ratings }) => {
    const said = ratings === '' || !withWords ? { wav: await voice.say(text, language) } : await voice.sayWithWords(text, language);
    const { wav, ...words } = said;
    const { samples, sampleRate } = decodeWav(wav);
    progress.step(0);
    return { text, durationMs: (1000 * samples.length) / sampleRate, ...words };
  });
  progress.end();
  return spoken;
}

/** A line of the table. Rated words belong to the spoken text, so a pair with another text has none. */
function line(recording: Recording, { text, words }: Pick<Spoken, 'text' | 'words'>, same: boolean, out: string): string {
  const fields = {
    ...recording,
    learner: relative(dirname(resolve(out)), resolve(recording.path)),
    text,
    same: same ? '1' : '0',
    words: same ? recording.words : '',
    reference_words: same && words !== undefined ? JSON.stringify(words) : '',
  };
  return COLUMNS.map((column) => fields[column]).join('\t');
}

export const pairs: Command = {
  help,
  run,
};
