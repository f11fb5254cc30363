import assert from 'node:assert/strict';
import FFT = require('fft.js');
import { realFft, realInverse } from '../../pipeline/fft';
import { whiteNoise } from './signals';

/** The definition, as a sum for each bin. */
function slowSpectrum(frame: Float64Array): number[] {
  const size = frame.length;
  const spectrum: number[] = [];
  for (let k = 0; k <= size / 2; k++) {
    let [re, im] = [0, 0];
    frame.forEach((value, n) => {
      re += value * Math.cos((2 * Math.PI * k * n) / size);
      im -= value * Math.sin((2 * Math.PI * k * n) / size);
    });
    spectrum.push(re, im);
  }
  return spectrum;
}

describe('the Fourier transform', () => {
  for (const size of [2, 3, 8, 17, 34, 64, 105, 400, 441, 512, 572, 1000]) {
    it(`equals its definition for ${size} values`, () => {
      const frame = Float64Array.from(whiteNoise(size, 1));
      const plan = realFft(size);
      assert.equal(plan.bins, Math.floor(size / 2) + 1);
      const got = plan.forward(frame);
      slowSpectrum(frame).forEach((value, i) => {
        assert.ok(Math.abs(value - (got[i] ?? NaN)) < 1e-9, `value ${i}: ${got[i]}, not ${value}`);
      });
    });
  }

  it('leaves the frame as it was and gives the same result again', () => {
    const frame = Float64Array.from(whiteNoise(400, 1));
    const first = realFft(400).forward(frame).slice();
    assert.deepEqual(realFft(400).forward(frame), first);
  });

  for (const size of [2, 4, 64, 400, 1024, 1100]) {
    it(`is undone by the inverse for ${size} values`, () => {
      const frame = Float64Array.from(whiteNoise(size, 1));
      const back = realInverse(size).inverse(realFft(size).forward(frame));
      assert.equal(back.length, size);
      frame.forEach((value, n) => assert.ok(Math.abs(value - (back[n] ?? NaN)) < 1e-12, `value ${n}`));
    });
  }

  for (const size of [4, 512, 1024, 2048]) {
    it(`equals fft.js for ${size} values, 200 dB of tone and noise`, () => {
      const frame = Float64Array.from(whiteNoise(size, 1), (value, n) => value + 1e10 * Math.cos(n));
      const expected = new Float64Array(2 * size);
      new FFT(size).realTransform(expected, frame);
      const got = realFft(size).forward(frame);
      got.forEach((value, i) => assert.ok(Math.abs(value - (expected[i] ?? NaN)) < 1e-15 * 1e10 * size, `value ${i}`));
    });
  }
});
