import { auc } from '../../../evaluation/metrics/auc';
import { quantile } from '../../../evaluation/metrics/quantile';
import { spearman } from '../../../evaluation/metrics/spearman';
import { pick, seededRandom } from '../../../base/random';
import { spread, type Context } from '../context';
import { KOREAN_SENTENCES } from '../korean-sentences';
import { intervalsOf, type Measured } from '../row';
import { phonemesOf, speakPhonemes, type Speaker } from '../voice';
import { inventoryOf, withWrongPhonemes } from '../wrong-phonemes';

/** Shares of wrong phonemes. */
export const SHARES = [0, 0.1, 0.15, 0.2, 0.4] as const;
const VARIANTS = ['f1', 'f2', 'f3', 'f4', 'f5', 'm1', 'm2', 'm3', 'm4', 'm5', 'm7', 'm8', 'steph', 'max', 'klatt'];
/** Learners for each sentence. */
const LEARNERS = 2;

interface Reading {
  readonly text: string;
  readonly share: number;
  readonly score: number;
}

/** A voice variant, pitch and pace that differ from the reference's. The pace is 0.8 to 1.25 times the reference's. */
export function syntheticLearner(seed: number): Speaker {
  const random = seededRandom(seed);
  return { voice: `ko+${pick(VARIANTS, random)}`, rate: Math.round(140 + 80 * random()), pitch: Math.round(30 + 50 * random()) };
}

/** Synthetic learners who say everyday sentences with an increasing share of wrong phonemes. A sentence has the same learners for
 *  all shares. */
export async function measureKoreanSynthetic(context: Context): Promise<Measured> {
  const texts = spread(KOREAN_SENTENCES, context.few ? 2 : KOREAN_SENTENCES.length);
  const phonemes = texts.map((text) => phonemesOf(text, 'ko'));
  const inventory = inventoryOf(KOREAN_SENTENCES.map((text) => phonemesOf(text, 'ko')));
  const readings: Reading[] = [];
  for (const [i, text] of texts.entries()) {
    const reference = await context.reference(text, 'ko');
    for (let learner = 0; learner < LEARNERS; learner += 1) {
      const seed = LEARNERS * i + learner + 1;
      for (const share of SHARES) {
        const said = speakPhonemes(withWrongPhonemes(phonemes[i] ?? [], share, inventory, seed), syntheticLearner(seed));
        const { score } = await context.compare(context.hear(said), reference);
        readings.push({ text, share, score });
      }
    }
  }
  const figures = figuresOf(readings);
  const intervals = intervalsOf(readings, ({ text }) => text, figuresOf);
  const medians = SHARES.map((share) => `${100 * share} %: ${medianAt(readings, share)?.toFixed(0) ?? '-'}`).join(', ');
  return {
    rows: [
      {
        title: 'Korean, synthetic: rank correlation of median score and wrong phonemes',
        target: { atMost: -1 },
        measured: figures.rank,
        interval: intervals.rank,
        note: medians,
      },
      {
        title: 'Korean, synthetic: AUC, correct against 15 % wrong',
        target: { atLeast: 0.99 },
        measured: figures.auc15,
        interval: intervals.auc15,
      },
    ],
    figures: {
      koreanSynthetic: {
        sentences: texts.length,
        ...figures,
        medians: Object.fromEntries(SHARES.map((share) => [share, medianAt(readings, share)])),
        intervals,
      },
    },
  };
}

function figuresOf(readings: readonly Reading[]) {
  const scoresAt = (share: number): number[] => readings.flatMap((each) => (each.share === share ? [each.score] : []));
  const known = SHARES.filter((share) => scoresAt(share).length > 0);
  return {
    rank: spearman(known, known.map((share) => medianAt(readings, share) ?? 0)),
    auc15: auc(scoresAt(0), scoresAt(0.15)),
  };
}

function medianAt(readings: readonly Reading[], share: number): number | null {
  return quantile(readings.flatMap((each) => (each.share === share ? [each.score] : [])), 0.5);
}
