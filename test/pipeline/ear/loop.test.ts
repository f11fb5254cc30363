import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { repeatedTail } from '../../../pipeline/ear/loop';

describe('repeatedTail', () => {
  it('finds a token that comes again and again', () => {
    assert.equal(repeatedTail([7, 3, 3, 3]), 0);
    assert.equal(repeatedTail([7, 3, 3, 3, 3]), 3);
  });

  it('finds a few tokens that do', () => {
    assert.equal(repeatedTail([9, 1, 2, 1, 2, 1, 2, 1, 2]), 6);
    assert.equal(repeatedTail([9, 1, 2, 1, 2]), 0);
  });

  it('finds a sentence that is said a second time, and leaves words alone that are', () => {
    assert.equal(repeatedTail([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]), 5);
    assert.equal(repeatedTail([1, 2, 3, 1, 2, 3]), 0);
    assert.equal(repeatedTail([1, 2, 3, 4, 5, 6]), 0);
    assert.equal(repeatedTail([]), 0);
  });
});
