import assert from 'node:assert/strict';
import { frameCount, hannWindow, stftMagnitude } from '../../pipeline/stft';
import { sine } from './signals';

describe('the short-time Fourier transform', () => {
  const sizes = { fftSize: 512, windowLength: 400, hopLength: 160 };

  it('has 1 + floor(n / hop) frames, one for a single sample or none at all', () => {
    assert.equal(frameCount(16000, sizes), 101);
    assert.equal(frameCount(159, sizes), 1);
    assert.equal(frameCount(160, sizes), 2);
    assert.equal(frameCount(0, sizes), 1);
  });

  it('puts a tone into its bin with half the sum of the window', () => {
    const { data, bins, frames } = stftMagnitude(sine(1000, 16000, 0.2, 1), sizes);
    assert.equal(bins, 257);
    const frame = Math.floor(frames / 2);
    const column = Array.from({ length: bins }, (_, k) => data[k * frames + frame] ?? 0);
    assert.equal(column.indexOf(Math.max(...column)), 32);
    assert.ok(Math.abs((column[32] ?? 0) - 100) < 0.1, String(column[32]));
  });

  it('has a periodic window in the middle of its zeros', () => {
    const window = hannWindow(400, 512);
    assert.equal(window[55], 0);
    assert.equal(window[56], 0);
    assert.ok((window[57] ?? 0) > 0);
    assert.equal(window[256], 1);
    assert.ok(Math.abs((window[455] ?? 0) - (window[57] ?? 0)) < 1e-12);
    assert.equal(window[456], 0);
  });

  it('does not carry samples of one frame into the next at the edges', () => {
    const { data, frames } = stftMagnitude(Float32Array.of(1, 1, 1), { fftSize: 4, windowLength: 4, hopLength: 1 });
    assert.equal(frames, 4);
    // Windows 0, 0.5, 1, 0.5 over [0 0 1 1], [0 1 1 1], [1 1 1 0], [1 1 0 0]: the sums of bin 0.
    assert.deepEqual([...data.subarray(0, 4)].map((value) => Number(value.toFixed(6))), [1.5, 2, 1.5, 0.5]);
  });
});
