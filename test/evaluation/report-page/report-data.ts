import { evaluationOf, figuresOf } from '../../../evaluation/figures';
import { bootstrapIntervals } from '../../../evaluation/bootstrap';
import { unitOf } from '../../../evaluation/groups/grouped-pair';
import { groupsOf } from '../../../evaluation/groups/groups';
import { worstDisagreements } from '../../../evaluation/report-page/disagreements';
import { mediaOf, type Media } from '../../../evaluation/report-page/media';
import { ratedPairs, type RatedPair, type ReportedPair } from '../../../evaluation/report-page/recording';
import type { ReportData } from '../../../evaluation/report-page/report-data';
import { encodeWav } from '../../../pipeline/wav';
import { syllables } from '../../../trials/bench/speech-like';
import { grouped } from '../groups/grouped';

/** A pair of which a test says only what it is about. */
export function reported(some: Partial<ReportedPair> & { readonly human: number }): RatedPair;
export function reported(some: Partial<ReportedPair>): ReportedPair;
export function reported(some: Partial<ReportedPair>): ReportedPair {
  return {
    ...grouped(some),
    learner: '/recordings/r1.wav',
    reference: { text: 'good morning', language: 'en' },
    wordScores: [],
    frames: { hopMs: 40, startMs: 200, distance: [0, 0.4, 1, 2, 2, 3] },
    ...some,
  };
}

let media: Media | undefined;

/** A second of something like speech, as the page carries it. */
export function someMedia(): Media {
  media ??= mediaOf(encodeWav({ samples: syllables(1, 1), sampleRate: 16000 }).wav);
  return media;
}

const VERDICTS = ['wrong-sentence', 'no-speech', 'too-quiet', 'clipped', 'too-noisy'];

/** Sixty pairs of ten speakers with every verdict, and twenty with another sentence. */
export function somePairs(): ReportedPair[] {
  return Array.from({ length: 80 }, (_, i) => {
    const same = i < 60;
    const human = 2 + ((i * 3.7) % 8);
    const refused = same ? i % 12 === 0 : i % 5 !== 0;
    const verdict = refused ? (same ? (VERDICTS[(i / 12) % 5] ?? '') : 'wrong-sentence') : 'scored';
    const speaker = `s${i % 10}`;
    return reported({
      line: i + 2,
      same,
      human,
      verdict,
      score: same ? Math.max(0, Math.min(100, 10 * human + ((i * 13) % 31) - 15)) : (i * 7) % 30,
      sameness: same ? -0.5 : -1.9,
      group: speaker,
      learner: `/recordings/r${i}.wav`,
      wordScores: ['sentence', 'number', `${i}`].map((text, k) => ({ text, startMs: 300 * k, endMs: 300 * k + 300, score: (i + 40 * k) % 101 })),
      words: [8, 9, 4].map((rating, k) => ({ human: rating - (i % 4), score: (i + 40 * k) % 101, letters: 7 - k, durationMs: 300 + i })),
      fields: { speaker, age: i % 2 === 0 ? '9' : '30', gender: i % 4 < 2 ? 'f' : 'm', text: `sentence number ${i}` },
    });
  });
}

/** The page's data for `pairs`, as the command makes them. */
export function reportData(
  pairs: readonly ReportedPair[],
  some: { readonly columns?: readonly string[]; readonly scale?: { low: number; high: number } } & Partial<ReportData> = {},
): ReportData {
  const limits = { good: 8, bad: 5 };
  const draws = { resamples: 50, seed: 1 };
  const { columns = ['speaker', 'age_group', 'gender'], scale = { low: 0, high: 10 }, ...more } = some;
  const groups = groupsOf(pairs, { columns, unitColumn: 'speaker', scale, ...draws });
  const worst = worstDisagreements(groups.fault === null ? ratedPairs(pairs) : [], scale, 10);
  return {
    model: { name: 'default', title: 'Sentences' },
    calibration: null,
    date: new Date(Date.UTC(2026, 0, 2, 3, 4)),
    table: 'pairs.tsv',
    voice: 'espeak-ng',
    evaluation: evaluationOf(pairs, limits),
    intervals: bootstrapIntervals(pairs, unitOf, (sample) => figuresOf(sample, limits), draws),
    groups,
    limits,
    scale,
    draws,
    pairs,
    failures: [],
    worst: worst.map((disagreement) => ({ disagreement, media: { learner: someMedia(), reference: someMedia() } })),
    ...more,
  };
}
