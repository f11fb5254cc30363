import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { segmentOf, segmentPosteriors } from '../../../../pipeline/ear/phones/segments';

const spans = (...bounds: [number, number][]) => bounds.map(([start, end]) => ({ word: 0, symbol: 1, start, end }));

describe("A phone's segment", () => {
  it('has the halves of its neighbours and its own thirds: the same as in training/ear/korean/test_korean.py', () => {
    const phones = spans([2, 6], [6, 11], [15, 16]);
    assert.deepEqual(segmentOf(phones, 0), { parts: [[-2, 2], [2, 3], [3, 5], [5, 6], [6, 9]], lengths: [8, 4, 5] });
    assert.deepEqual(segmentOf(phones, 1), { parts: [[4, 6], [6, 7], [7, 10], [10, 11], [11, 15]], lengths: [4, 5, 8] });
    assert.deepEqual(segmentOf(phones, 2), { parts: [[11, 15], [15, 16], [15, 16], [15, 16], [16, 20]], lengths: [8, 1, 8] });
  });

  it('is likely what its parts and its lengths say', () => {
    const [frames, classes] = [4, 2];
    const data = new Float32Array(frames * 5 * classes);
    data[(1 * 5 + 1) * classes + 1] = 2; // frame 1 as a first third: class 1
    const lengths = Float32Array.of(0, 0, 0, 1, 0, 0, 0.5, 0); // own length for class 1, bias for class 0
    const row = segmentPosteriors(spans([1, 3]), { data, lengths, frames, classes });
    const odds = (row[1] as number) - (row[0] as number);
    assert.ok(Math.abs(odds - (2 + Math.log(2) - 0.5)) < 1e-5, String(odds));
    assert.ok(Math.abs(row.reduce((sum, value) => sum + Math.exp(value), 0) - 1) < 1e-6);
  });
});
