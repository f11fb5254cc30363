import type { GroupedPair } from '../../../evaluation/groups/grouped-pair';
import { measured } from '../measured';

/** A pair of which a test says only what it is about. */
export function grouped(some: Partial<GroupedPair>): GroupedPair {
  return { ...measured(some), line: 2, fields: {}, ...some };
}
