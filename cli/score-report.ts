import sentences from '../locales/en-US/pron-score.json';
import type { Score, ScoreDetails } from '../engine/jobs';
import { gradesOf, type Tier } from '../pipeline/siamese/score';
import type { Verdict } from '../pipeline/siamese/verdict';

/** What the score node puts into `msg.pronunciation.score`, with the default tiers and in English. */
export function scoreOf(details: ScoreDetails): Score {
  const grades = gradesOf(details.value, details.words);
  return { ...details, ...grades, message: sentenceFor(details.verdict, grades.tier) };
}

/** The node's own sentence: what to do about a refusal, or what the tier means. */
function sentenceFor(verdict: Verdict, tier: Tier | null): string {
  const { message, tier: tiers } = sentences;
  const byKey: Readonly<Record<string, string>> = verdict === 'scored' ? tiers : message;
  const key = tier?.name ?? verdict;
  return byKey[key] ?? key;
}

/** A line for each word: its score, and where the learner says it. None for a refused recording: a reader
 *  would think that its words were said. */
function wordLines({ verdict, words }: Score): [string, string][] {
  if (verdict !== 'scored') return [];
  return words.map(({ text, score, startMs, endMs }, i) => [
    i === 0 ? 'Words' : '',
    `${score.toFixed(0).padStart(3)}  ${(startMs / 1000).toFixed(2)} to ${(endMs / 1000).toFixed(2)} s  ${text}`,
  ]);
}

/** What the score would be without the calibration. */
function plainLine({ uncalibrated }: Score): [string, string][] {
  return typeof uncalibrated === 'number' ? [['', `${uncalibrated.toFixed(1)} without the calibration`]] : [];
}

/** The details that a person at a terminal wants to see, one a line. */
export function scoreReport(score: Score): string {
  const { value, verdict, tier, distance, model, backend, ms, message } = score;
  const lines: [string, string][] = [
    ['Verdict', verdict],
    ['Score', value === null ? '-' : `${value.toFixed(1)}${tier === null ? '' : ` (${tier.name})`}`],
    ...plainLine(score),
    ['Distance', distance === null ? '-' : distance.toFixed(3)],
    ...wordLines(score),
    ['Model', `${model}, ${backend}, ${ms.toFixed(1)} ms`],
    ['', message],
  ];
  return lines.map(([label, text]) => `${label.padEnd(10)}${text}\n`).join('');
}
