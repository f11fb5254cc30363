import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from '../../base/command-line/command';
import { countOption, needed, readOptions } from '../../base/command-line/options';
import { UsageError } from '../../base/command-line/usage-error';
import { readTable } from '../../base/table/table';
import { pick, seededRandom, shuffled, type Random } from '../../base/random';

const help = `node tools/run.mjs training takes --speech DIR --set english-commands|arabic-commands --takes N --out takes.tsv
                   [--one-reader] [--words N] [--seed N]

Writes pairs for the command evaluate that tell what several takes of a text are worth: words that many people have
said. For each speaker and word, a recording is compared with N recordings of that word by others, and with N of
another word. With the same seed, a table with more takes has the same pairs, and first the same takes.

  --speech DIR   the folder of recordings, with english-commands and arabic-commands
  --set NAME     english-commands: nobody knows who is a native speaker; arabic-commands: natives, two takes each
  --takes N      1 to 5
  --one-reader   all takes are of one reader, as a teacher records them; who has fewer is not drawn
  --words N      only the first N words (default: all)
  --out FILE     columns learner, reference, reference_2 to reference_5, same, speaker, word; paths are relative to the file
  --seed N       default 1
`;

const SETS = ['english-commands', 'arabic-commands'];
const MOST_TAKES = 5;

/** The recordings of a word by one speaker. */
interface Reader {
  readonly speaker: string;
  readonly takes: readonly string[];
}

type Words = ReadonlyMap<string, readonly Reader[]>;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('takes', argv, {
    speech: { type: 'string' },
    set: { type: 'string' },
    takes: { type: 'string' },
    'one-reader': { type: 'boolean', default: false },
    words: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string' },
  });
  const set = needed('takes', 'set', options.set);
  if (!SETS.includes(set)) throw new UsageError(`--set is "${set}"; it must be one of ${SETS.join(', ')}.`);
  const takes = countOption('takes', needed('takes', 'takes', options.takes), 1, 1, MOST_TAKES);
  const out = needed('takes', 'out', options.out);
  const random = seededRandom(countOption('seed', options.seed, 1, 0, 2 ** 31));
  const all = await readWords(join(needed('takes', 'speech', options.speech), set));
  const words = new Map([...all].slice(0, countOption('words', options.words, all.size, 2, all.size)));
  const lines = pairLines(words, { takes, isOneReader: options['one-reader'], random });
  const header = ['learner', 'reference', ...Array.from({ length: takes - 1 }, (_, i) => `reference_${i + 2}`), 'same', 'speaker', 'word'];
  const here = (path: string): string => relative(dirname(resolve(out)), resolve(path));
  const table = lines.map(({ learner, references, ...facts }) => [here(learner), ...references.map(here), facts.isSame ? '1' : '0', facts.speaker, facts.word]);
  await writeFile(out, [header, ...table].map((fields) => `${fields.join('\t')}\n`).join(''));
  process.stderr.write(`${lines.length} pairs of ${words.size} words.\n`);
  return 0;
}

/** By the word, which is the folder of its recordings. @throws UsageError */
async function readWords(folder: string): Promise<Words> {
  const { rows } = await readTable(join(folder, 'labels.tsv'));
  const words = new Map<string, Map<string, string[]>>();
  for (const { fields: { file = '', text = '', speaker = '' } } of rows) {
    const readers = words.get(text) ?? new Map<string, string[]>();
    words.set(text, readers.set(speaker, [...(readers.get(speaker) ?? []), join(folder, file)]));
  }
  return new Map([...words].map(([word, readers]) => [word, [...readers].map(([speaker, takes]) => ({ speaker, takes }))]));
}

interface PairLine {
  readonly learner: string;
  readonly references: readonly string[];
  readonly isSame: boolean;
  readonly speaker: string;
  readonly word: string;
}

interface Drawing {
  readonly takes: number;
  readonly isOneReader: boolean;
  readonly random: Random;
}

function pairLines(words: Words, drawing: Drawing): readonly PairLine[] {
  const names = [...words.keys()];
  return names.flatMap((word) =>
    (words.get(word) ?? []).flatMap(({ speaker, takes: [learner = ''] }) => {
      const other = pick(names.filter((name) => name !== word), drawing.random);
      return [word, other].map((said) => ({ learner, references: referencesOf(words.get(said) ?? [], speaker, drawing), isSame: said === word, speaker, word: said }));
    }),
  );
}

/** @throws UsageError where too few others have said the word */
function referencesOf(readers: readonly Reader[], speaker: string, { takes, isOneReader, random }: Drawing): readonly string[] {
  // The same number of draws for any number of takes.
  const others = shuffled(readers.filter((reader) => reader.speaker !== speaker), random);
  const found = isOneReader
    ? (others.find((reader) => reader.takes.length >= takes)?.takes ?? [])
    : others.flatMap((reader) => reader.takes.slice(0, 1));
  if (found.length < takes) throw new UsageError(`There are fewer than ${takes} takes of a word; give a smaller --takes.`);
  return found.slice(0, takes);
}

export const takes: Command = {
  help,
  run,
};
