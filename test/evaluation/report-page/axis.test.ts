import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linearAxis, ticks } from '../../../evaluation/report-page/axis';

describe('An axis', () => {
  it('maps its ends to the coordinates given, and between them evenly', () => {
    const axis = linearAxis([1, 5], [400, 20]);
    assert.deepEqual([1, 2, 3, 5].map(axis), [400, 305, 210, 20]);
  });

  it('has ticks at round numbers, both ends included, and not more than asked for by one', () => {
    assert.deepEqual(ticks(0, 10, 5), [0, 2, 4, 6, 8, 10]);
    assert.deepEqual(ticks(0, 100, 5), [0, 20, 40, 60, 80, 100]);
    assert.deepEqual(ticks(1, 5, 5), [1, 2, 3, 4, 5]);
    assert.deepEqual(ticks(0, 0.7, 8), [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    assert.deepEqual(ticks(-3, 3, 4), [-2, 0, 2]);
    assert.deepEqual(ticks(0.31, 0.34, 3), [0.31, 0.32, 0.33, 0.34]);
  });
});
