import assert from 'node:assert/strict';
import { frameLevelsDb, frameRms, trim } from '../../pipeline/trim';
import { rmsOf, sine, whiteNoise } from './signals';

describe('trimming silence', () => {
  /** Half a second of tone between half seconds of a level in dB below it. */
  function framed(levelDb: number): Float32Array {
    const samples = sine(440, 16000, 1.5);
    const quiet = 10 ** (levelDb / 20);
    return samples.map((sample, n) => (n >= 8000 && n < 16000 ? sample : sample * quiet));
  }

  it('cuts what is quieter than the limit, to within a frame', () => {
    const { start, end } = trim(framed(-40), { topDb: 30 });
    assert.ok(start <= 8000 && start >= 8000 - 1536, String(start));
    assert.ok(end >= 16000 && end <= 16000 + 1536, String(end));
    assert.equal(start % 512, 0);
  });

  it('keeps what is louder than the limit', () => {
    assert.deepEqual(trim(framed(-20), { topDb: 30 }), { start: 0, end: 24000 });
  });

  it('finds the edges more closely with shorter frames', () => {
    const { start, end } = trim(framed(-60), { topDb: 30, frameLength: 256, hopLength: 64 });
    assert.ok(Math.abs(start - 8000) <= 192, String(start));
    assert.ok(Math.abs(end - 16000) <= 192, String(end));
  });

  it('keeps digital silence whole, as librosa does, and gives 0, 0 for nothing', () => {
    assert.deepEqual(trim(new Float32Array(3000), { topDb: 30 }), { start: 0, end: 3000 });
    assert.deepEqual(trim(new Float32Array(0), { topDb: 30 }), { start: 0, end: 0 });
  });

  it('keeps a single sample', () => {
    assert.deepEqual(trim(Float32Array.of(0.5), { topDb: 30 }), { start: 0, end: 1 });
  });

  it('measures frames as their definition does, whatever the hop', () => {
    const samples = whiteNoise(5000, 0.3);
    for (const [frameLength, hopLength] of [
      [2048, 512],
      [100, 250],
      [101, 7],
    ] as const) {
      const half = Math.floor(frameLength / 2);
      frameRms(samples, frameLength, hopLength).forEach((rms, j) => {
        const frame = new Float32Array(frameLength).map((_, n) => samples[j * hopLength - half + n] ?? 0);
        assert.ok(Math.abs(rms - rmsOf(frame)) < 1e-9, `frame ${j}`);
      });
    }
  });

  it('gives the loudest frame 0 dB', () => {
    const levels = frameLevelsDb(framed(-50));
    assert.equal(levels.reduce((a, b) => Math.max(a, b)), 0);
    assert.ok(levels.every((level) => level <= 0 && level > -54));
  });
});
