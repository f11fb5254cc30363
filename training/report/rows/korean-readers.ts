import { basename } from 'node:path';
import { readSet } from '../../protocol/recordings';
import { spread, type Context } from '../context';
import { evaluateSet } from '../evaluation';
import { intervalsOf, mean, type Measured } from '../row';
import { sameOrOther } from '../same-or-other';
import { phonemesOf, referenceSpeaker, speakPhonemes } from '../voice';
import { inventoryOf, withWrongPhonemes } from '../wrong-phonemes';
import { syntheticLearner } from './korean-synthetic';

const WRONG = 0.15;
/** How often wrong phonemes are drawn for each recording. */
const DRAWS = 3;

/** Points that a reading loses by wrong phonemes: for the reader, where the wrong phonemes are in the reference, and for the
 *  synthetic learner. */
interface Drop {
  readonly file: string;
  readonly reader: number;
  readonly synthetic: number;
}

/** Native readers against the voice, and in the same run the points that wrong phonemes cost. There is one reader, so the
 *  intervals are over sentences. */
export async function measureKoreanReaders(context: Context): Promise<Measured> {
  const { json, pairs } = evaluateSet('korean', context);
  const drops = await wrongPhonemes(context);
  const figures = { ...sameOrOther(pairs), ...dropsOf(drops) };
  const intervals = {
    ...intervalsOf(pairs, ({ learner }) => learner, sameOrOther),
    ...intervalsOf(drops, ({ file }) => file, dropsOf),
  };
  const own = pairs.filter(({ same }) => same);
  const scores = new Map(pairs.flatMap(({ learner, same, score }) => (same ? [] : [[learner, score] as const])));
  const above = own.filter(({ learner, score }) => score > (scores.get(learner) ?? Infinity));
  const left = context.calibratedOn.length;
  const note = `${own.length} sentences` + (left ? `; the heads were calibrated on ${left} others of the same reader` : '');
  const row = (title: string, key: keyof typeof figures, target: { atLeast: number } | { atMost: number }, digits = 1) => {
    return { title, target, measured: figures[key], interval: intervals[key], digits, note };
  };
  return {
    rows: [
      row('Korean readers: mean score', 'meanScore', { atLeast: 85 }),
      row('Korean readers: mean score of another text', 'meanScoreOther', { atMost: 20 }),
      row('Korean readers: AUC, same against another', 'aucSame', { atLeast: 0.997 }, 4),
      row('Korean readers: points lost where 15 % of the voice\'s phonemes are wrong', 'dropReaders', { atLeast: 15 }),
      row('  made-up learners, the same sentences: points lost by 15 % wrong phonemes', 'dropSynthetic', { atLeast: 15 }),
    ],
    figures: { koreanReaders: { ...json, ...figures, ownAboveOther: `${above.length} of ${own.length}`, intervals } },
  };
}

function dropsOf(drops: readonly Drop[]) {
  return {
    dropReaders: mean(drops.map(({ reader }) => reader)),
    dropSynthetic: mean(drops.map(({ synthetic }) => synthetic)),
  };
}

async function wrongPhonemes(context: Context): Promise<Drop[]> {
  const all = await readSet(context.speech, 'korean', undefined);
  const recordings = all.filter(({ path }) => !context.calibratedOn.includes(basename(path)));
  const phonemes = new Map(all.map(({ text }) => [text, phonemesOf(text, 'ko')]));
  const inventory = inventoryOf([...phonemes.values()]);
  const drops: Drop[] = [];
  for (const [i, { path, text }] of (context.few ? spread(recordings, 2) : recordings).entries()) {
    const words = phonemes.get(text) ?? [];
    const reader = context.hear(await context.audio(path));
    const learner = syntheticLearner(i + 1);
    const right = context.melOf(speakPhonemes(words, referenceSpeaker('ko')));
    const readerRight = await context.compare(reader, right);
    const learnerRight = await context.compare(context.hear(speakPhonemes(words, learner)), right);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const wrong = withWrongPhonemes(words, WRONG, inventory, DRAWS * i + draw + 1);
      const readerWrong = await context.compare(reader, context.melOf(speakPhonemes(wrong, referenceSpeaker('ko'))));
      const learnerWrong = await context.compare(context.hear(speakPhonemes(wrong, learner)), right);
      drops.push({
        file: path,
        reader: readerRight.score - readerWrong.score,
        synthetic: learnerRight.score - learnerWrong.score,
      });
    }
  }
  return drops;
}
