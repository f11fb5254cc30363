import assert from 'node:assert/strict';
import { complexInverse, realFft } from '../../pipeline/fft';
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
  for (const size of [2, 8, 64, 400, 441, 512, 1000]) {
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

  it('is undone by the inverse', () => {
    const size = 64;
    const frame = Float64Array.from(whiteNoise(size, 1));
    const half = realFft(size).forward(frame);
    const whole = new Float64Array(2 * size);
    for (let k = 0; k < size; k++) {
      const mirrored = k <= size / 2 ? k : size - k;
      whole[2 * k] = half[2 * mirrored] ?? NaN;
      whole[2 * k + 1] = (k <= size / 2 ? 1 : -1) * (half[2 * mirrored + 1] ?? NaN);
    }
    const back = complexInverse(size).inverse(whole);
    frame.forEach((value, n) => assert.ok(Math.abs(value - (back[2 * n] ?? NaN)) < 1e-12));
  });
});
