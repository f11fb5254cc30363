import assert from 'node:assert/strict';
import { realFft } from '../../../pipeline/fft';
import { singlePrecisionFft } from '../../../pipeline/gate/single-fft';
import { singleLog10 } from '../../../pipeline/gate/single-log';
import { whiteNoise } from '../signals';

describe('single precision as noisereduce uses it for its profile', () => {
  for (const size of [4, 16, 64, 1024]) {
    it(`transforms ${size} samples to within the rounding of single precision`, () => {
      const frame = whiteNoise(size, 1);
      const exact = realFft(size).forward(Float64Array.from(frame));
      const { re, im } = singlePrecisionFft(size)(frame);
      for (let k = 0; k <= size / 2; k++) {
        assert.ok(Math.abs((re[k] ?? NaN) - (exact[2 * k] ?? NaN)) < 2e-6 * size, `bin ${k}`);
        assert.ok(Math.abs((im[k] ?? NaN) - (exact[2 * k + 1] ?? NaN)) < 2e-6 * size, `bin ${k}`);
      }
    });
  }

  it('gives an impulse a flat spectrum and a constant nothing but bin 0', () => {
    const impulse = new Float32Array(64);
    impulse[0] = 1;
    const transform = singlePrecisionFft(64);
    assert.ok(transform(impulse).re.subarray(0, 33).every((value) => value === 1));
    const { re } = transform(new Float32Array(64).fill(1));
    assert.equal(re[0], 64);
    assert.ok(re.subarray(1, 33).every((value) => Math.abs(value) < 1e-5));
  });

  it('takes logarithms to within a few units in the last place', () => {
    for (let x = 1e-16; x < 1e3; x *= 1.37) {
      const rounded = Math.fround(x);
      assert.ok(Math.abs(singleLog10(rounded) - Math.log10(rounded)) < 2e-6, String(x));
    }
    assert.equal(singleLog10(1), 0);
  });
});
