import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { comparisonTitle, comparisonWords, isClear } from '../../../evaluation/report-page/group-words';

type Bounds = readonly [number, number] | null;

const compared = (difference: number | null, interval: Bounds) => ({
  group: 'f',
  against: 'm',
  difference,
  biasDifference: difference,
  intervals: { difference: interval, biasDifference: interval },
});

describe('A comparison of groups in words', () => {
  it('names the sexes and takes other values as they are', () => {
    assert.equal(comparisonTitle('gender', compared(1, null)), 'Women and girls against men and boys');
    assert.equal(comparisonTitle('L1', { ...compared(1, null), group: 'yue', against: null }), 'Yue against all others');
    assert.equal(comparisonTitle('L1', compared(1, null)), 'F against m');
  });

  it('speaks of a difference only where the interval excludes zero', () => {
    assert.equal(comparisonWords(compared(-4, [-7, -1])), 'The score is lower for the first group.');
    assert.equal(comparisonWords(compared(4, [1, 7])), 'The score is higher for the first group.');
    assert.equal(comparisonWords(compared(-4, [-9, 1])), 'No difference is shown.');
    assert.equal(comparisonWords(compared(-4, null)), 'Too few speakers for an interval.');
    assert.match(comparisonWords(compared(null, null)), /needs ratings that vary/);
    assert.deepEqual([isClear([-2, -1]), isClear([1, 2]), isClear([-1, 1]), isClear(null)], [true, true, false, false]);
  });
});
