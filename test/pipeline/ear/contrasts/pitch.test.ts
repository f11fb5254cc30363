import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pitchTracker } from '../../../../pipeline/ear/contrasts/pitch';
import { hashNoise } from './noise';

const RATE = 8000;
const voicingAt = pitchTracker(RATE, 320);

describe('pitch', () => {
  it('is that of the first harmonic, not an octave below', () => {
    for (const hz of [90, 130, 220, 310]) {
      const samples = Float32Array.from({ length: 800 }, (_, i) => [1, 2, 3].reduce((sum, k) => sum + Math.sin((2 * Math.PI * k * hz * i) / RATE) / k, 0));
      const found = voicingAt(samples, 400);
      assert.ok(Math.abs(found.hz / hz - 1) < 0.03 && found.strength > 0.9, `${hz}: ${found.hz}, ${found.strength}`);
    }
  });

  it('is hardly there in noise and in silence', () => {
    const noise = Float32Array.from({ length: 800 }, (_, i) => hashNoise(i));
    assert.ok(voicingAt(noise, 400).strength < 0.6);
    assert.equal(voicingAt(new Float32Array(800), 400).strength, 0);
  });
});
