import type { HeardChanges } from '../facts';

/** What a speech rate counts. */
export type RateUnit = 'syllable' | 'phone' | 'nucleus';

export interface UnitCounts {
  readonly unit: RateUnit;
  /** Of the whole text, and of the words that the learner said. */
  readonly reference: number;
  readonly learner: number;
}

/**
 * Counts what both say by the ear: syllables where it knows those of all words, else phones; undefined where it knows neither.
 * Words that were left out are not the learner's.
 */
export function heardUnits(heard: HeardChanges | undefined): UnitCounts | undefined {
  const words = heard?.words ?? [];
  if (words.length === 0) return undefined;
  const isSaid = words.map(({ error }) => error !== 'omission');
  const said = (counts: readonly number[]): number => counts.reduce((sum, count, i) => sum + (isSaid[i] === true ? count : 0), 0);
  const all = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const syllables = words.map((word) => word.syllables?.length ?? 0);
  if (syllables.every((count) => count > 0)) return { unit: 'syllable', reference: all(syllables), learner: said(syllables) };
  const phones = words.map((_, i) => (heard?.phones ?? []).filter(({ word }) => word === i).length);
  if (phones.every((count) => count > 0)) return { unit: 'phone', reference: all(phones), learner: said(phones) };
  return undefined;
}
