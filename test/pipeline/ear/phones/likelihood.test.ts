import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Posteriors } from '../../../../pipeline/ear/phones/align';
import { logLikelihood } from '../../../../pipeline/ear/phones/likelihood';

const SYMBOLS = 3;
const FRAMES = 6;

function anyPosteriors(): Posteriors {
  const data = Float32Array.from({ length: FRAMES * SYMBOLS }, (_, i) => {
    const weight = (k: number): number => 1 + ((7 * k + 3 * Math.floor(i / SYMBOLS)) % 5);
    return Math.log(weight(i % SYMBOLS) / (weight(0) + weight(1) + weight(2)));
  });
  return { data, frames: FRAMES, symbols: SYMBOLS };
}

/** What is left of a path of symbols: equal neighbours once, no blanks. */
function collapsed(path: readonly number[]): string {
  return path.filter((symbol, i) => symbol !== 0 && symbol !== path[i - 1]).join(' ');
}

/** The sum over all paths, one by one. */
function bySum({ data }: Posteriors, phones: readonly number[], from: number, to: number): number {
  const length = to - from;
  let sum = 0;
  for (let code = 0; code < SYMBOLS ** length; code++) {
    const path = Array.from({ length }, (_, i) => Math.floor(code / SYMBOLS ** i) % SYMBOLS);
    if (collapsed(path) !== phones.join(' ')) continue;
    sum += Math.exp(path.reduce((log, symbol, i) => log + (data[(from + i) * SYMBOLS + symbol] as number), 0));
  }
  return Math.log(sum);
}

describe('The likelihood of phones', () => {
  const posteriors = anyPosteriors();

  it('is the sum over all ways in which they can be said', () => {
    for (const phones of [[], [1], [1, 2], [2, 2], [2, 1, 2]]) {
      for (const [from, to] of [[0, FRAMES], [2, 5]] as const) {
        const [own, wanted] = [logLikelihood(posteriors, phones, from, to), bySum(posteriors, phones, from, to)];
        assert.ok(own === wanted || Math.abs(own - wanted) < 1e-6, `${phones.join(' ')}: ${own}, ${wanted}`);
      }
    }
  });

  it('is none where there are more phones than frames', () => {
    assert.equal(logLikelihood(posteriors, [1, 2, 1], 0, 2), -Infinity);
    assert.equal(logLikelihood(posteriors, [1, 1], 0, 2), -Infinity);
  });
});
