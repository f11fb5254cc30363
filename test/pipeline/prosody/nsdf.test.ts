import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findCandidates, keyMaximum, noCandidates, REACH } from '../../../pipeline/prosody/candidates';
import { nsdf } from '../../../pipeline/prosody/nsdf';
import { whiteNoise } from '../signals';
import { sung } from './voices';

describe('the normalised square difference function', () => {
  it('is what its formula says', () => {
    const [width, maxLag, from] = [60, 20, 7];
    const samples = whiteNoise(100, 0.3);
    const frame = samples.slice(from, from + width);
    const mean = frame.reduce((sum, value) => sum + value, 0) / width;
    const at = (i: number): number => (frame[i] as number) - mean;
    const found = nsdf(width, maxLag).of(samples, from);
    for (let lag = 0; lag <= maxLag; lag++) {
      let products = 0;
      let energies = 0;
      for (let j = 0; j < width - lag; j++) {
        products += at(j) * at(j + lag);
        energies += at(j) ** 2 + at(j + lag) ** 2;
      }
      assert.ok(Math.abs((found[lag] as number) - (2 * products) / energies) < 1e-9, `lag ${lag}`);
    }
  });

  it('takes what lies outside of the recording as silence', () => {
    const likeness = nsdf(50, 10);
    assert.deepEqual([...likeness.of(new Float32Array(5).fill(1), 100)], new Array(11).fill(0));
    assert.ok([...likeness.of(whiteNoise(30, 0.2), -20)].every(Number.isFinite));
  });
});

describe('the key maximum', () => {
  it('is the first period, not two of them', () => {
    const found = noCandidates();
    for (const hz of [90, 130, 220, 310]) {
      findCandidates(nsdf(320, 115 + REACH).of(sung(0.1, () => hz, [1, 1 / 2, 1 / 3], 8000), 200), 20, 115, 0, found);
      const peak = keyMaximum(found);
      assert.ok(Math.abs(8000 / (found.lags[peak] as number) / hz - 1) < 0.02, `${hz}: ${8000 / (found.lags[peak] as number)}`);
      assert.ok((found.strengths[peak] as number) > 0.9);
    }
  });

  it('is of no strength in silence, and low in noise', () => {
    const found = noCandidates();
    const strengthIn = (samples: Float32Array): number => {
      findCandidates(nsdf(320, 115 + REACH).of(samples, 0), 20, 115, 0, found);
      return found.strengths[keyMaximum(found)] as number;
    };
    assert.equal(strengthIn(new Float32Array(400)), 0);
    assert.ok(strengthIn(whiteNoise(400, 0.1)) < 0.6);
  });
});
