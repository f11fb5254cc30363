import assert from 'node:assert/strict';
import { workArray } from '../../pipeline/work-array';

describe('a work array', () => {
  it('has the length that is asked for and is used again', () => {
    const work = workArray();
    const first = work(100);
    assert.equal(first.length, 100);
    assert.equal(work(40).buffer, first.buffer);
    assert.equal(work(40).length, 40);
    assert.equal(work(200).length, 200);
  });

  it('is not shared between two users', () => {
    assert.notEqual(workArray()(10).buffer, workArray()(10).buffer);
  });

  it('is given back where it is very large', () => {
    const work = workArray();
    assert.notEqual(work(2 ** 21 + 1).buffer, work(2 ** 21 + 1).buffer);
  });
});
