import { dirname, join, resolve } from 'node:path';
import { pick, seededRandom } from '../../../base/random';
import { readTable } from '../../../base/table/table';
import { spread, type Context, type Judged } from '../context';
import { intervalsOf, type Measured, type Target } from '../row';
import { sameOrOther, type SameOrOther } from '../same-or-other';

/** One recording of one word. */
interface WordRecording {
  readonly path: string;
  /** The possible readings of the word: 0 is 영 or 공. */
  readonly readings: readonly string[];
  readonly speaker: string;
}

interface WordPair extends SameOrOther {
  readonly group: string;
}

const COMMANDS = 200;
/** Number of other words for each recording. */
const OTHERS = 3;

async function readWords(table: string, folder = ''): Promise<WordRecording[]> {
  const { rows } = await readTable(table);
  return rows
    .filter(({ fields }) => fields.file?.startsWith(folder))
    .map(({ fields }) => ({
      path: resolve(dirname(table), fields.file ?? ''),
      readings: (fields.text ?? '').split('|'),
      speaker: fields.speaker ?? '',
    }));
}

/** Korean digits of one syllable: every recording against every digit. There is one speaker, so the intervals are over
 *  recordings. */
export async function measureKoreanDigits(context: Context): Promise<Measured> {
  const all = await readWords(join(context.speech, 'korean', 'labels.tsv'), 'pooi_digits/');
  const pairs: WordPair[] = [];
  for (const recording of context.few ? spread(all, 2) : all) {
    for (const other of all) {
      const judged = await likest(context, recording, other.readings, 'ko');
      pairs.push({ ...judged, same: other === recording, group: recording.path });
    }
  }
  return measured(pairs, 'Korean single syllables (digits)', 'koreanDigits', { atLeast: 0.95 });
}

/** Command words, which are in the training data: each against its own word and three others of the set. */
export async function measureCommands(
  context: Context,
  set: 'arabic-commands' | 'english-commands',
  language: 'ar' | 'en-US',
): Promise<Measured> {
  const all = await readWords(join(context.speech, set, 'labels.tsv'));
  const random = seededRandom(1);
  const pairs: WordPair[] = [];
  for (const recording of spread(all, context.few ? 2 : COMMANDS)) {
    const { readings, speaker } = recording;
    pairs.push({ ...(await likest(context, recording, readings, language)), same: true, group: speaker });
    const others = all.filter((other) => other.readings[0] !== readings[0]);
    for (let i = 0; i < OTHERS; i += 1) {
      const judged = await likest(context, recording, pick(others, random).readings, language);
      pairs.push({ ...judged, same: false, group: speaker });
    }
  }
  const name = set === 'arabic-commands' ? 'Arabic' : 'English';
  return measured(pairs, `${name} commands`, set === 'arabic-commands' ? 'arabicCommands' : 'englishCommands', null, 'trained on');
}

/** The comparison with the reading that fits best. */
async function likest(context: Context, word: WordRecording, readings: readonly string[], language: string): Promise<Judged> {
  const learner = context.hear(await context.audio(word.path));
  const [first, ...rest] = await Promise.all(
    readings.map(async (text) => context.compare(learner, await context.reference(text, language))),
  );
  if (first === undefined) throw new Error(`${word.path} has no text.`);
  return rest.reduce((best, each) => (each.likeness > best.likeness ? each : best), first);
}

function measured(pairs: readonly WordPair[], title: string, key: string, target: Target | null, note = ''): Measured {
  const figures = sameOrOther(pairs);
  const intervals = intervalsOf(pairs, ({ group }) => group, sameOrOther);
  const points = `mean ${figures.meanScore?.toFixed(0) ?? '-'}, another word ${figures.meanScoreOther?.toFixed(0) ?? '-'}`;
  return {
    rows: [
      {
        title: `${title}: AUC, same against another word`,
        target,
        measured: figures.aucSame,
        interval: intervals.aucSame,
        note: note === '' ? points : `${points}; ${note}`,
      },
    ],
    figures: { [key]: { pairs: pairs.length, ...figures, intervals } },
  };
}
