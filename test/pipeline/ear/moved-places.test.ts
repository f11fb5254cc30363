import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { movedPlaces } from '../../../pipeline/ear/moved-places';

const moved = (...places: number[]) => [...movedPlaces(places)].sort((a, b) => a - b);

describe('The words that have moved', () => {
  it('are none where the order is right, whatever is missing', () => {
    assert.deepEqual(moved(0, 1, 3, 7), []);
    assert.deepEqual(moved(), []);
  });

  it('are both of two neighbours', () => {
    assert.deepEqual(moved(0, 2, 1, 3), [1, 2]);
  });

  it('are only the one that was said somewhere else', () => {
    assert.deepEqual(moved(3, 0, 1, 2), [3]);
    assert.deepEqual(moved(0, 2, 3, 4, 1, 5), [1]);
  });

  it('are the two that changed places, not those between them', () => {
    assert.deepEqual(moved(0, 3, 2, 1, 4), [1, 3]);
    assert.deepEqual(moved(4, 1, 2, 3, 0), [0, 4]);
  });

  it('are all of two runs as long as each other', () => {
    assert.deepEqual(moved(2, 3, 0, 1), [0, 1, 2, 3]);
  });
});
