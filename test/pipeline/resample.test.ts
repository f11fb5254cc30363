import assert from 'node:assert/strict';
import { KERNEL_HALF_WIDTH, lowPassKernel } from '../../pipeline/kaiser';
import { resample } from '../../pipeline/resample';
import { isFiniteEverywhere, rmsOf, sine, snrDb, whiteNoise } from './signals';

/** Without the ends, where the filter looks into the silence before and after. */
function middle(samples: Float32Array): Float32Array {
  const margin = Math.floor(samples.length / 4);
  return samples.subarray(margin, samples.length - margin);
}

describe('resampling', () => {
  const rates: readonly [number, number][] = [
    [44100, 16000],
    [22050, 16000],
    [16000, 22050],
    [48000, 16000],
    [8000, 16000],
    [192000, 16000],
    [16000, 8000],
    [11025, 44100],
  ];
  for (const [from, to] of rates) {
    it(`keeps a tone of 1 kHz from ${from} to ${to} Hz in place and in level`, () => {
      const got = resample(sine(1000, from, 0.5), from, to);
      const expected = sine(1000, to, 0.5);
      assert.equal(got.length, Math.ceil((Math.round(0.5 * from) * to) / from));
      const quality = snrDb(middle(expected), middle(got.subarray(0, expected.length)));
      assert.ok(quality > 100, `${quality} dB`);
    });
  }

  for (const [from, to] of [[48000, 16000], [22050, 16000], [16000, 44100], [44056, 16000]] as const) {
    it(`is the sum over the kernel at every sample, from ${from} to ${to} Hz`, () => {
      const samples = whiteNoise(3000, 0.2);
      const scale = Math.min(1, to / from);
      const half = KERNEL_HALF_WIDTH / scale;
      resample(samples, from, to).forEach((value, m) => {
        const centre = (m * from) / to;
        let sum = 0;
        const last = Math.min(samples.length - 1, centre + half);
        for (let n = Math.max(0, Math.ceil(centre - half)); n <= last; n++) {
          sum += scale * lowPassKernel(scale * (centre - n)) * (samples[n] ?? NaN);
        }
        assert.ok(Math.abs(value - sum) < 3e-7, `sample ${m}: ${value}, not ${sum}`);
      });
    });
  }

  it('keeps nothing of what lies above the new Nyquist frequency', () => {
    for (const hz of [8100, 10000, 20000]) {
      const left = rmsOf(middle(resample(sine(hz, 44100, 0.5), 44100, 16000)));
      assert.ok(left < 1e-5, `${hz} Hz: ${left}`);
    }
  });

  it('keeps 7 kHz at 16 kHz', () => {
    const got = rmsOf(middle(resample(sine(7000, 44100, 0.5), 44100, 16000)));
    assert.ok(Math.abs(got / Math.sqrt(0.125) - 1) < 0.001, String(got));
  });

  it('handles rates without a common divisor as well, without a table for each phase', () => {
    for (const [from, to] of [
      [44101, 16000],
      [16000, 22051],
      [191999, 16000],
    ] as const) {
      const before = process.memoryUsage().arrayBuffers;
      const got = resample(sine(1000, from, 0.2), from, to);
      const quality = snrDb(middle(sine(1000, to, 0.2)), middle(got.subarray(0, Math.round(0.2 * to))));
      assert.ok(quality > 90, `${from} to ${to}: ${quality} dB`);
      assert.ok(process.memoryUsage().arrayBuffers - before < 32e6);
    }
  });

  it('gives the same samples back at the same rate', () => {
    const samples = sine(100, 16000, 0.01);
    assert.deepEqual(resample(samples, 16000, 16000), samples);
  });

  it('handles no sample and one sample', () => {
    assert.equal(resample(new Float32Array(0), 44100, 16000).length, 0);
    const one = resample(Float32Array.of(1), 16000, 48000);
    assert.equal(one.length, 3);
    assert.ok(isFiniteEverywhere(one));
    assert.ok(Math.abs((one[0] ?? 0) - 0.9565) < 0.001, String(one[0]));
  });
});
