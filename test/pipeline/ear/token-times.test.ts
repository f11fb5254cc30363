import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tokenStarts } from '../../../pipeline/ear/token-times';

/** Attention of `heads` heads that look at frames `from[i]` up to `from[i + 1]` for token i; the first head looks anywhere. */
function attention(from: readonly number[], frames: number, heads: number) {
  const tokens = from.length;
  const data = new Float32Array(heads * tokens * frames).fill(0.01);
  for (let head = 1; head < heads; head += 1) {
    for (let token = 0; token < tokens; token += 1) {
      const to = from[token + 1] ?? frames;
      for (let frame = from[token] ?? 0; frame < to; frame += 1) data[(head * tokens + token) * frames + frame] = 0.5;
    }
  }
  return { data, heads, tokens, frames };
}

describe('tokenStarts', () => {
  it('finds where each token is looked for', () => {
    const from = [0, 12, 30, 41, 70];
    const found = [...tokenStarts(attention(from, 100, 4))];
    found.forEach((start, i) => assert.ok(Math.abs(start - (from[i] ?? NaN)) <= 2, `${found.join(' ')} for ${from.join(' ')}`));
  });

  it('rises also where a token was never said', () => {
    const found = [...tokenStarts(attention([0, 20, 20, 50], 80, 3))];
    assert.deepEqual(found, [...found].sort((a, b) => a - b));
    assert.ok(Math.abs((found[3] ?? NaN) - 50) <= 2);
  });

  it('gives one token the whole recording', () => {
    assert.deepEqual([...tokenStarts(attention([0], 10, 2))], [0]);
  });
});
