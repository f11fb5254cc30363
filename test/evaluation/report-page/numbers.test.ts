import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { at, count, fixed, range, signed } from '../../../evaluation/report-page/numbers';

describe('Numbers of the page', () => {
  it('have a real minus, and none for what rounds to zero', () => {
    assert.deepEqual([fixed(-1.25, 1), fixed(-0.04, 1), fixed(3, 2), fixed(null, 2)], ['−1.3', '0.0', '3.00', '–']);
    assert.deepEqual([signed(2), signed(-2), signed(0.04), signed(-0.04), signed(null)], ['+2.0', '−2.0', '0.0', '0.0', '–']);
  });

  it('are ranges only where there is an interval, and count in words', () => {
    assert.equal(range([-1, 2], signed), '−1.0 to +2.0');
    assert.equal(range(null, signed), null);
    assert.deepEqual([count(1, 'pair'), count(1200, 'pair'), count(0, 'pair')], ['1 pair', '1,200 pairs', '0 pairs']);
  });

  it('are coordinates of a tenth of a unit', () => {
    assert.deepEqual([at(1), at(1.26), at(-0.04)], ['1', '1.3', '0']);
  });
});
