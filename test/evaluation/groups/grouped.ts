import type { GroupedPair } from '../../../evaluation/groups/grouped-pair';

/** A pair of which a test says only what it is about. */
export function grouped(some: Partial<GroupedPair>): GroupedPair {
  return {
    line: 2,
    same: true,
    human: null,
    verdict: 'scored',
    score: 50,
    mismatch: 1,
    ms: 10,
    words: [],
    group: '',
    fields: {},
    ...some,
  };
}
