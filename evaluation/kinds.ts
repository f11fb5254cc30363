import type { Row } from '../base/table/table';
import { readNumber } from './table/number';

/** What experts rate apart from the whole: the columns of a table, and the ear's ratings. */
export const KINDS = ['accuracy', 'fluency', 'prosodic'] as const;

export type Kind = (typeof KINDS)[number];

/** A number for each kind; null where nobody rated it. */
export type KindRatings = Readonly<Record<Kind, number | null>>;

/** The raters' columns. What is not a number rates nothing: a table may use such a column for something else. */
export function ratingsOf(fields: Row['fields']): KindRatings {
  return byKind((kind) => readNumber(fields[kind] ?? ''));
}

export function byKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return { accuracy: of('accuracy'), fluency: of('fluency'), prosodic: of('prosodic') };
}
