import assert from 'node:assert/strict';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { filterMel, type MelFilters } from '../../pipeline/mel-filters';
import { melSpectrogram } from '../../pipeline/mel';
import { koreanSpeech } from './signals';

const NONE: MelFilters = { preEmphasis: 0, average: null, smoothing: 0 };
const [bands, frames] = [5, 7];

/** One at a single place, zero elsewhere. */
function impulse(band: number, frame: number): Float32Array {
  return Float32Array.from({ length: bands * frames }, (_, i) => (i === band * frames + frame ? 1 : 0));
}

describe('Filters over a mel-spectrogram', () => {
  it('average along time over as many frames as they are told', () => {
    const out = filterMel({ data: impulse(2, 3), bands, frames }, { ...NONE, average: { axis: 'time', length: 3 } });
    const row = [...out.subarray(2 * frames, 3 * frames)].map((value) => Math.round(value * 1000));
    assert.deepEqual(row, [0, 0, 333, 333, 333, 0, 0]);
    assert.equal(out.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0), 3);
  });

  it('average along frequency', () => {
    const out = filterMel({ data: impulse(2, 3), bands, frames }, { ...NONE, average: { axis: 'frequency', length: 3 } });
    const column = Array.from({ length: bands }, (_, band) => Math.round((out[band * frames + 3] ?? 0) * 1000));
    assert.deepEqual(column, [0, 333, 333, 333, 0]);
  });

  it('average over what there is at the edges, so that an even spectrogram stays as it is', () => {
    const even = new Float32Array(bands * frames).fill(3);
    for (const filters of [{ ...NONE, average: { axis: 'time', length: 4 } as const }, { ...NONE, smoothing: 1.5 }]) {
      for (const value of filterMel({ data: even, bands, frames }, filters)) assert.ok(Math.abs(value - 3) < 1e-5);
    }
  });

  it('smooth with a Gaussian: twice the standard deviation lies at a seventh of the middle', () => {
    const wide = 41;
    const data = new Float32Array(wide * wide);
    data[20 * wide + 20] = 1;
    const out = filterMel({ data, bands: wide, frames: wide }, { ...NONE, smoothing: 3 });
    const at = (band: number, frame: number): number => (out[band * wide + frame] ?? 0) / (out[20 * wide + 20] ?? 1);
    for (const value of [at(20, 26), at(26, 20)]) assert.ok(Math.abs(value - Math.exp(-2)) < 1e-4, String(value));
  });

  it('are named on the spectrogram, whose parameters stay the features', () => {
    const audio = koreanSpeech();
    const plain = melSpectrogram(audio, DEFAULT_FEATURES);
    assert.equal(plain.filters, undefined);
    const filters = { ...NONE, preEmphasis: 0.9 };
    const filtered = melSpectrogram(audio, DEFAULT_FEATURES, filters);
    assert.deepEqual([filtered.filters, filtered.parameters, filtered.frames], [filters, DEFAULT_FEATURES, plain.frames]);
    const meanOf = (data: Float32Array, band: number): number =>
      data.subarray(band * plain.frames, (band + 1) * plain.frames).reduce((sum, value) => sum + value, 0) / plain.frames;
    assert.ok(meanOf(filtered.data, 1) < meanOf(plain.data, 1) - 1, 'pre-emphasis lowers the low bands');
  });
});
