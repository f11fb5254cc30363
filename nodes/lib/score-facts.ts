import type { NodeMessage } from 'node-red';

import type { ScoreJob } from '../../engine/jobs';
import type { Level, NoiseMeasure, Span, Word } from '../../pipeline/types';
import { pronunciationOf } from './message';
import { listedWords } from './message-limits';

/** What the verdict is to judge. A sender may have put anything there: what has not the right form is not
 *  judged. */
export function judgedFacts(msg: NodeMessage): ScoreJob['facts'] {
  const { level, noise, speech } = pronunciationOf(msg) as Readonly<Record<string, unknown>>;
  return {
    ...(hasNumbers<Level>(level, ['peakDb', 'rmsDb', 'clippedShare']) ? { level } : {}),
    ...(hasNumbers<NoiseMeasure>(noise, ['snrDb']) ? { noise } : {}),
    ...(speech === null || hasNumbers<Span>(speech, ['startMs', 'endMs']) ? { speech } : {}),
  };
}

/** The reference's words; those that have not the right form are left out. */
export function wordsOf(msg: NodeMessage): Word[] {
  return (listedWords(msg) ?? []).filter(isWord).map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
}

function isWord(value: unknown): value is Word {
  return hasNumbers<Word>(value, ['startMs', 'endMs']) && typeof value.text === 'string';
}

function hasNumbers<T>(value: unknown, names: readonly (keyof T & string)[]): value is T {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = value as Readonly<Record<string, unknown>>;
  return names.every((name) => Number.isFinite(numbers[name]));
}
