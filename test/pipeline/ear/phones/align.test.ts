import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { alignPhones, type Posteriors } from '../../../../pipeline/ear/phones/align';

const SYMBOLS = 4;

/** Each letter a frame: '-' the blank, a, b and c the symbols 1 to 3. */
function heard(frames: string): Posteriors {
  const data = new Float32Array(frames.length * SYMBOLS).fill(Math.log(0.02));
  [...frames].forEach((letter, frame) => (data[frame * SYMBOLS + '-abc'.indexOf(letter)] = Math.log(0.94)));
  return { data, frames: frames.length, symbols: SYMBOLS };
}

const places = (frames: string, words: number[][][]): [number, number, number, number][] =>
  alignPhones(heard(frames), words).map(({ word, symbol, start, end }) => [word, symbol, start, end]);

describe('The alignment of phones', () => {
  it('finds each phone where it was heard', () => {
    assert.deepEqual(places('--aa-b--c-', [[[1, 2]], [[3]]]), [[0, 1, 2, 4], [0, 2, 5, 6], [1, 3, 8, 9]]);
    assert.deepEqual(places('abc', [[[1, 2, 3]]]), [[0, 1, 0, 1], [0, 2, 1, 2], [0, 3, 2, 3]]);
  });

  it('takes the pronunciation that was said', () => {
    assert.deepEqual(places('-a-c-', [[[1, 2], [1, 3]]]), [[0, 1, 1, 2], [0, 3, 3, 4]]);
    assert.deepEqual(places('-a-b-', [[[1, 2], [1, 3]]]), [[0, 1, 1, 2], [0, 2, 3, 4]]);
  });

  it('needs a blank between two equal phones', () => {
    assert.deepEqual(places('-a-a-', [[[1]], [[1]]]), [[0, 1, 1, 2], [1, 1, 3, 4]]);
  });

  it('passes over a word that nobody knows', () => {
    assert.deepEqual(places('-a-bb-c-', [[[1]], [], [[3]]]), [[0, 1, 1, 2], [2, 3, 6, 7]]);
  });

  it('finds nothing in nothing, and no more phones than frames', () => {
    assert.deepEqual(places('', [[[1]]]), []);
    assert.deepEqual(places('--', []), []);
    assert.ok(places('a', [[[1, 2, 3]]]).length <= 1);
  });
});
