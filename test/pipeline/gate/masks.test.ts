import assert from 'node:assert/strict';
import { chunkMagnitudes, chunkSpectrum, MAGNITUDE_SCALE } from '../../../pipeline/gate/chunk-spectrum';
import { stationaryMask } from '../../../pipeline/gate/masks';
import { GATE_BINS } from '../../../pipeline/gate/options';
import { sine, sumOf, whiteNoise } from '../signals';

/** 1 kHz lies in this bin at 16 kHz. */
const TONE_BIN = 64;

describe('the mask of the stationary gate', () => {
  const samples = sumOf(sine(1000, 16000, 0.5, 0.5), whiteNoise(8000, 0.001));
  const gainsOf = (thresholdDb: number): { gains: Float64Array; silence: Float64Array } => {
    const mask = stationaryMask(chunkSpectrum(samples, 0, samples.length), new Float64Array(GATE_BINS).fill(thresholdDb));
    const gains = new Float64Array(GATE_BINS + 2);
    mask.write(10, gains, 1);
    assert.deepEqual([gains[0], gains.at(-1)], [0, 0]);
    return { gains: gains.subarray(1, -1), silence: mask.silence };
  };

  it('is 1 above the threshold and 0 below', () => {
    const { gains, silence } = gainsOf(-40);
    assert.equal(gains[TONE_BIN], 1);
    assert.equal(gains[300], 0);
    assert.ok(silence.every((gain) => gain === 0));
  });

  it('is 1 throughout at a frequency that is once more than 80 dB above its threshold, as in noisereduce', () => {
    // The tone has -12 dB, the noise around -90.
    const { gains, silence } = gainsOf(-100);
    assert.equal(silence[TONE_BIN], 1);
    assert.equal(silence[300], 0);
    assert.equal(gains[TONE_BIN], 1);
  });

  it('is 1 everywhere where the threshold is below the level of nothing', () => {
    const { gains, silence } = gainsOf(-400);
    assert.ok(gains.every((gain) => gain === 1) && silence.every((gain) => gain === 1));
  });

  it('rests on a limit that no bin exceeds', () => {
    for (const signal of [samples, sine(0, 16000, 0.3).fill(0.7), sine(8000, 16000, 0.3), whiteNoise(4000, 1)]) {
      const spectrum = chunkSpectrum(signal, 0, signal.length);
      const largest = chunkMagnitudes(spectrum).reduce((most, magnitude) => Math.max(most, magnitude / MAGNITUDE_SCALE), 0);
      assert.ok(largest ** 2 <= spectrum.mostPower * (1 + 1e-6), `${largest ** 2} and ${spectrum.mostPower}`);
    }
  });
});
