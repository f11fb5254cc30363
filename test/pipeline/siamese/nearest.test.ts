import assert from 'node:assert/strict';
import type { Comparison } from '../../../pipeline/siamese/compare';
import { greatestMismatch, nearestPlace, nearestWords, type Compared } from '../../../pipeline/siamese/nearest';
import type { WordScore } from '../../../pipeline/siamese/words';

function compared(distance: number, mismatch = 0): Pick<Compared, 'comparison'> {
  const nothing = { alignmentCost: 0, frameDistance: new Float32Array(0), pieces: [], path: new Int32Array(0) };
  return { comparison: { ...nothing, distance, mismatch } satisfies Comparison };
}

function words(startMs: number, ...scores: [string, number][]): { readonly words: WordScore[] } {
  return { words: scores.map(([text, score], i) => ({ text, score, startMs: startMs + 100 * i, endMs: startMs + 100 * (i + 1) })) };
}

describe('Several references', () => {
  it('are as near as the nearest, the first of equal ones', () => {
    assert.equal(nearestPlace([compared(0.9), compared(0.4), compared(0.4)]), 1);
    assert.equal(nearestPlace([]), -1);
  });

  it('refuse another sentence as soon as one of them does', () => {
    assert.equal(greatestMismatch([compared(0.4, -3), compared(0.9, 2.5)]), 2.5);
    assert.equal(greatestMismatch([]), undefined);
  });

  it('give each word its best score, at the times of the nearest', () => {
    const all = [words(0, ['a', 50], ['b', 90]), words(30, ['a', 70], ['b', 60])];
    assert.deepEqual(nearestWords(all, 1), words(30, ['a', 70], ['b', 90]).words);
  });

  it('take the words of another where the nearest has none', () => {
    assert.deepEqual(nearestWords([words(0, ['a', 50]), { words: [] }], 1), words(0, ['a', 50]).words);
    assert.deepEqual(nearestWords([{ words: [] }], 0), []);
  });

  it('leave out a reference whose words are other ones', () => {
    const all = [words(0, ['a', 50]), words(0, ['b', 80]), words(0, ['a', 80], ['b', 90])];
    assert.deepEqual(nearestWords(all, 0), words(0, ['a', 50]).words);
  });
});
