import type { HeardChanges } from '../facts';
import type { Tier } from './score';

/** Words may be left out, added, said in another order or otherwise; in the order in which a learner is told of them. */
export const CHANGE_KINDS = ['left', 'added', 'moved', 'exchanged'] as const;

/** The words of each kind. Those that sounded like a neighbour, with one sound exchanged, are told of by their hints. */
export type Changes = Readonly<Record<(typeof CHANGE_KINDS)[number] | 'near', readonly string[]>>;

/** The first kind that there is; undefined where everything was said as it is written. */
export function firstChange(changes: Changes): (typeof CHANGE_KINDS)[number] | undefined {
  return CHANGE_KINDS.find((kind) => changes[kind].length > 0);
}

export function changesOf(heard: HeardChanges | undefined): Changes {
  const words = heard?.words ?? [];
  const exchanged = words.filter(({ error }) => error === 'mispronunciation');
  const textsOf = (of: readonly { readonly text: string }[]): string[] => of.map(({ text }) => text);
  return {
    left: textsOf(words.filter(({ error }) => error === 'omission')),
    exchanged: textsOf(exchanged.filter(({ heardAs, moved }) => heardAs === undefined && moved !== true)),
    moved: textsOf(exchanged.filter(({ moved }) => moved === true)),
    added: textsOf(heard?.insertions ?? []),
    near: textsOf(exchanged.filter(({ heardAs }) => heardAs !== undefined)),
  };
}

/** The sound that the ear is surest was said as another one; undefined where there is none. */
export function surestHint(heard: HeardChanges | undefined): NonNullable<HeardChanges['hints']>[number] | undefined {
  return [...(heard?.hints ?? [])].sort((a, b) => b.confidence - a.confidence)[0];
}

function count(changes: Changes): number {
  return Object.values(changes).reduce((sum, words) => sum + words.length, 0);
}

/**
 * Points of a recording of which the ear has heard what was said. The comparison of two sounds hardly notices a word, so
 * each changed word takes its share of the points.
 */
export function pointsWithChanges(points: number, heard: HeardChanges | undefined): number {
  const changes = changesOf(heard);
  const words = (heard?.words.length ?? 0) + changes.added.length;
  return words === 0 ? points : points * (1 - count(changes) / words);
}

/** A sentence with a word missing, exchanged, added or at another place never reaches the highest tier: it says something else. */
export function belowTop(value: number | null, tiers: readonly Tier[], changes: Changes): number | null {
  const top = Math.max(...tiers.map(({ from }) => from));
  return value === null || count(changes) === 0 || value < top ? value : Math.max(0, top - 0.1);
}
