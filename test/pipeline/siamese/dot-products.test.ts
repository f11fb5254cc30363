import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dotProducts } from '../../../pipeline/siamese/dot-products';
import { randomValues } from './random-values';

const [SIZE, FRAMES] = [7, 11];

describe('dotProducts', () => {
  const a = randomValues(1, SIZE * FRAMES);
  const b = randomValues(2, SIZE * FRAMES);
  const product = (i: number, k: number): number => {
    let sum = 0;
    for (let j = 0; j < SIZE; j += 1) sum += (a[i * SIZE + j] ?? NaN) * (b[k * SIZE + j] ?? NaN);
    return sum;
  };

  it('gives each product of a frame with those that follow the first one, in fours and the rest, and touches nothing else', () => {
    for (let count = 0; count <= 9; count += 1) {
      const out = new Float32Array(FRAMES + 2).fill(99);
      dotProducts(a, 3 * SIZE, b, 2 * SIZE, SIZE, out, 1, count);
      for (let k = 0; k < out.length; k += 1) {
        const expected = k >= 1 && k <= count ? product(3, 1 + k) : 99;
        assert.ok(Math.abs((out[k] ?? NaN) - expected) < 1e-5, `${count} products, place ${k}: ${out[k]}, expected ${expected}`);
      }
    }
  });
});
