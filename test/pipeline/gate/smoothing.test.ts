import assert from 'node:assert/strict';
import type { ChunkSpectrum } from '../../../pipeline/gate/chunk-spectrum';
import type { Mask } from '../../../pipeline/gate/masks';
import { GATE_BINS } from '../../../pipeline/gate/options';
import { smoothedMask, smoothingReach, triangle } from '../../../pipeline/gate/smoothing';
import { whiteNoise } from '../signals';

/** The mask of these values, frame after frame. */
function maskOf(values: Float64Array, silence = 0): Mask {
  return {
    write: (frame, out, start) => out.set(values.subarray(frame * GATE_BINS, (frame + 1) * GATE_BINS), start),
    silence: new Float64Array(GATE_BINS).fill(silence),
  };
}

/** Rows are kept in single precision. */
const SINGLE = 1e-7;

const chunkOf = (count: number): ChunkSpectrum => ({ frames: count, first: 0, count, values: new Float32Array(0), mostPower: 0 });

describe('smoothing the mask of the gate', () => {
  it('reaches as far as noisereduce at the usual rates', () => {
    assert.deepEqual(smoothingReach(500, 50, 22050), { bins: 11, frames: 4 });
    assert.deepEqual(smoothingReach(500, 50, 16000), { bins: 16, frames: 3 });
    assert.deepEqual(smoothingReach(500, 50, 44100), { bins: 5, frames: 8 });
    assert.deepEqual(smoothingReach(500, 50, 48000), { bins: 5, frames: 9 });
  });

  it('reaches nowhere where there is less than one neighbour, or exactly one both ways', () => {
    assert.deepEqual(smoothingReach(500, 50, 4000), { bins: 64, frames: 0 });
    assert.deepEqual(smoothingReach(0, 0, 16000), { bins: 0, frames: 0 });
    assert.deepEqual(smoothingReach(31.3, 16, 16000), { bins: 0, frames: 0 });
  });

  it('weighs by a triangle with sum one', () => {
    assert.deepEqual([...triangle(0)], [1]);
    assert.deepEqual([...triangle(1)], [0.25, 0.5, 0.25]);
    assert.ok(Math.abs(triangle(16).reduce((a, b) => a + b) - 1) < 1e-12);
  });

  for (const reach of [1, 5, 16, 600]) {
    it(`along frequency equals a convolution with zeros outside (reach ${reach})`, () => {
      const before = Float64Array.from(whiteNoise(2 * GATE_BINS, 1));
      const next = smoothedMask(maskOf(before), chunkOf(2), { bins: reach, frames: 0 });
      const kernel = triangle(reach);
      const values = new Float64Array(GATE_BINS);
      for (let frame = 0; frame < 2; frame++) {
        next(values);
        for (let k = 0; k < GATE_BINS; k++) {
          let sum = 0;
          kernel.forEach((weight, i) => {
            const bin = k + i - reach;
            if (bin >= 0 && bin < GATE_BINS) sum += weight * (before[frame * GATE_BINS + bin] ?? NaN);
          });
          assert.ok(Math.abs(sum - (values[k] ?? NaN)) < SINGLE);
        }
      }
    });
  }

  it('along time takes the mask of silence between the sound and the end of the chunk, nothing beyond', () => {
    const out = new Float64Array(GATE_BINS);
    smoothedMask(maskOf(new Float64Array(GATE_BINS).fill(1), 0.5), { ...chunkOf(1), frames: 3, first: 1 }, { bins: 0, frames: 2 })(out);
    // Weights 1 2 3 2 1 of 9: outside, silence, sound, silence, outside.
    assert.ok(out.every((value) => Math.abs(value - (2 * 0.5 + 3 + 2 * 0.5) / 9) < 1e-12));
  });

  for (const reach of [0, 1, 2, 7, 20]) {
    it(`along time equals a convolution with zeros outside (reach ${reach}), from any frame on`, () => {
      const frames = 12;
      const values = Float64Array.from(whiteNoise(frames * GATE_BINS, 2));
      const kernel = triangle(reach);
      const out = new Float64Array(GATE_BINS);
      for (const from of [0, 3, -2]) {
        const next = smoothedMask(maskOf(values), chunkOf(frames), { bins: 0, frames: reach }, from);
        for (let frame = from; frame < frames; frame++) {
          next(out);
          for (let k = 0; k < GATE_BINS; k++) {
            const expected = kernel.reduce((sum, weight, i) => sum + weight * (values[(frame + i - reach) * GATE_BINS + k] ?? 0), 0);
            assert.ok(Math.abs(expected - (out[k] ?? NaN)) < SINGLE, `frame ${frame}, bin ${k}`);
          }
        }
      }
    });
  }

  it('does not drift over an hour of frames', () => {
    const values = Float64Array.from(whiteNoise(GATE_BINS, 2), Math.abs);
    const frames = 20000;
    const mask: Mask = { write: (frame, out, start) => out.set(values.map((value) => value * (frame % 7)), start), silence: values };
    const next = smoothedMask(mask, chunkOf(frames), { bins: 3, frames: 2 });
    const late = smoothedMask(mask, chunkOf(frames), { bins: 3, frames: 2 }, frames - 8);
    const [out, expected] = [new Float64Array(GATE_BINS), new Float64Array(GATE_BINS)];
    for (let frame = 0; frame < frames - 7; frame++) next(out);
    late(expected);
    assert.deepEqual(out, expected);
  });
});
