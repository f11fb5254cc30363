import assert from 'node:assert/strict';
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
  const sizes = {
    'a power of two': [2, 4, 8, 16, 64, 512, 1024],
    even: [6, 10, 34, 400, 572, 882, 1000],
    odd: [3, 9, 105, 441, 999],
    'a prime': [5, 7, 17, 127, 509],
  };
  for (const [kind, examples] of Object.entries(sizes)) {
    for (const size of examples) {
      it(`equals its definition for ${size} values, ${kind}`, () => {
        const frame = Float64Array.from(whiteNoise(size, 1));
        const plan = realFft(size);
        assert.equal(plan.bins, Math.floor(size / 2) + 1);
        const got = plan.forward(frame);
        assert.equal(got.length, 2 * plan.bins);
        slowSpectrum(frame).forEach((value, i) => {
          assert.ok(Math.abs(value - (got[i] ?? NaN)) < 1e-9, `value ${i}: ${got[i]}, not ${value}`);
        });
      });
    }
  }

  it('leaves the frame as it was and gives the same result again', () => {
    const frame = Float64Array.from(whiteNoise(400, 1));
    const first = realFft(400).forward(frame).slice();
    assert.deepEqual(realFft(400).forward(frame), first);
  });

  for (const size of [2, 4, 6, 64, 400, 1024, 1100, 1018]) {
    it(`is undone by the inverse for ${size} values`, () => {
      const frame = Float64Array.from(whiteNoise(size, 1));
      const back = realInverse(size).inverse(realFft(size).forward(frame));
      assert.equal(back.length, size);
      frame.forEach((value, n) => assert.ok(Math.abs(value - (back[n] ?? NaN)) < 1e-12, `value ${n}`));
    });
  }

  for (const size of [512, 600, 1009, 2048]) {
    it(`keeps 200 dB apart for ${size} values`, () => {
      const quiet = Float64Array.from(whiteNoise(size, 1));
      const tone = Float64Array.from(quiet, (_, n) => 1e10 * Math.cos((2 * Math.PI * n * 7) / size));
      const expected = realFft(size).forward(quiet).slice();
      const got = realFft(size).forward(quiet.map((value, n) => value + (tone[n] ?? 0)));
      expected[14] = (expected[14] ?? 0) + 1e10 * (size / 2);
      expected.forEach((value, i) => assert.ok(Math.abs(value - (got[i] ?? NaN)) < 1e-15 * 1e10 * size, `value ${i}`));
    });
  }

  it('makes the plan of a size once, as long as it is in use', () => {
    assert.equal(realFft(256), realFft(256));
    assert.equal(realInverse(256), realInverse(256));
  });
});
