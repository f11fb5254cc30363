import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ratingPoints, readScale, scaleFault } from '../../evaluation/rating-scale';

describe('The raters\' scale', () => {
  it('goes from 0 to 10 where nothing else is said, and its ends are 0 and 100 points', () => {
    assert.deepEqual(readScale(undefined), { low: 0, high: 10 });
    assert.deepEqual([0, 7.5, 10].map((human) => ratingPoints(human, readScale(undefined))), [0, 75, 100]);
    assert.deepEqual([1, 2, 5].map((human) => ratingPoints(human, readScale('1,5'))), [0, 25, 100]);
    assert.deepEqual(readScale('1-5'), { low: 1, high: 5 });
    assert.deepEqual(readScale('-2--0.5'), { low: -2, high: -0.5 });
  });

  it('may fall where the caller knows what to do with that', () => {
    assert.deepEqual([5, 3.5, 1].map((mark) => ratingPoints(mark, readScale('6-1', true))), [20, 50, 100]);
    assert.match(scaleFault([1, 6, 7], readScale('6-1', true)) ?? '', /^The rating 7 lies outside/);
    assert.throws(() => readScale('3-3', true), /^UsageError: --scale is "3-3"; it must be the worst and the best rating/);
  });

  it('must be two finite numbers, the lower first', () => {
    for (const option of ['', '5', '5,1', '3,3', '1,2,3', 'a,b', ',', '1,', '0,Infinity', '5-1', '1-', '1.2.3-5']) {
      assert.throws(() => readScale(option), /^UsageError: --scale is ".*"; it must be/, option);
    }
  });

  it('names the first rating that does not fit', () => {
    assert.equal(scaleFault([0, 10], { low: 0, high: 10 }), null);
    assert.match(scaleFault([3, 11, -1], { low: 0, high: 10 }) ?? '', /^The rating 11 lies outside .* from 0 to 10/);
  });
});
