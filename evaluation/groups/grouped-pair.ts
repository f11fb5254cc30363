import type { Row } from '../table/table';
import type { MeasuredPair } from '../measured';

/** A measured pair with its row of the table. */
export interface GroupedPair extends MeasuredPair {
  readonly line: number;
  readonly fields: Row['fields'];
}

/** Who the intervals draw: the speaker; a pair of its own where the table does not say. */
export function unitOf({ group, line }: GroupedPair): string {
  return group === '' ? `line ${line}` : `speaker ${group}`;
}

export function countUnits(pairs: readonly GroupedPair[]): number {
  return new Set(pairs.map(unitOf)).size;
}
