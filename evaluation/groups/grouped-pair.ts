import type { Row } from '../../base/table/table';
import type { MeasuredPair } from '../measured';

/** A measured pair with its row of the table. */
export interface GroupedPair extends MeasuredPair {
  readonly line: number;
  readonly fields: Row['fields'];
}

/** The unit that the bootstrap draws: the speaker, or the pair itself if no speaker is named. */
export function unitOf({ group, line }: GroupedPair): string {
  return group === '' ? `line ${line}` : `speaker ${group}`;
}

export function countUnits(pairs: readonly GroupedPair[]): number {
  return new Set(pairs.map(unitOf)).size;
}
