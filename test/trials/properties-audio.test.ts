import assert from 'node:assert/strict';
import fc from 'fast-check';

import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { reduceNoise } from '../../pipeline/gate';
import { measureLevel } from '../../pipeline/level';
import { frameCount } from '../../pipeline/stft';
import { melSpectrogram } from '../../pipeline/mel';
import { resample } from '../../pipeline/resample';
import { measureNoise } from '../../pipeline/snr';
import { findSpeech } from '../../pipeline/speech';
import { MAX_RATIO, MIN_RATIO, stretch } from '../../pipeline/stretch';
import { trim } from '../../pipeline/trim';
import { decodeWav, encodeWav } from '../../pipeline/wav';

const RUNS = { numRuns: 60 };
const rate = fc.integer({ min: 8000, max: 192_000 });
const sample = fc.float({ noNaN: true, noDefaultInfinity: true, min: -(2 ** 31), max: 2 ** 31 });
const short = fc.oneof(
  fc.float32Array({ noNaN: true, noDefaultInfinity: true, min: -1, max: 1, maxLength: 3000 }),
  // Runs of the same value: silence, a constant, a jump to anything that a WAV may hold.
  fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), sample), { maxLength: 5 })
    .map((parts) => Float32Array.from(parts.flatMap(([length, value]) => new Array<number>(length).fill(value)))),
);
const isFinite = (values: Float32Array): boolean => values.every(Number.isFinite);

describe('For any audio', function () {
  this.timeout(60_000);

  it('what is written as a WAV is read again to within half a step of 16 bits', () => {
    fc.assert(fc.property(fc.float32Array({ noNaN: true, min: -1, max: Math.fround(0.9999), maxLength: 2000, minLength: 1 }), rate, (samples, sampleRate) => {
      const read = decodeWav(encodeWav({ samples, sampleRate }).wav);
      assert.equal(read.sampleRate, sampleRate);
      assert.equal(read.samples.length, samples.length);
      read.samples.forEach((value, i) => assert.ok(Math.abs(value - (samples[i] ?? 0)) <= 0.5001 / 32768));
    }), RUNS);
  });

  it('resampling gives finite numbers, as many as the rates say', () => {
    fc.assert(fc.property(short, rate, fc.constantFrom(8000, 16_000, 22_050, 44_100), (samples, from, to) => {
      const out = resample(samples, from, to);
      assert.equal(out.length, Math.ceil((samples.length * to) / from));
      assert.ok(isFinite(out));
    }), RUNS);
  });

  it('a mel-spectrogram is finite, on every scale', () => {
    fc.assert(fc.property(short, rate, fc.constantFrom('log', 'db', 'power'), fc.boolean(), (samples, sampleRate, scale, rmsNormalise) => {
      const features = { ...DEFAULT_FEATURES, scale, rmsNormalise, trimDb: null };
      const { data, bands, frames } = melSpectrogram({ samples, sampleRate }, features);
      assert.equal(data.length, bands * frames);
      assert.ok(samples.length === 0 || frames === frameCount(Math.ceil((samples.length * 16_000) / sampleRate), features));
      assert.ok(isFinite(data));
    }), RUNS);
  });

  it('the noise gate gives as many samples, all finite, in both modes', () => {
    fc.assert(fc.property(short, rate, fc.boolean(), (samples, sampleRate, stationary) => {
      const out = reduceNoise(samples, sampleRate, { stationary });
      assert.equal(out.length, samples.length);
      assert.ok(isFinite(out));
    }), RUNS);
  });

  it('trimming and the search for speech stay inside the recording', () => {
    fc.assert(fc.property(short, rate, fc.integer({ min: 1, max: 100 }), (samples, sampleRate, topDb) => {
      for (const range of [trim(samples, { topDb }), findSpeech(samples, sampleRate, { topDb, padBeforeMs: 50, padAfterMs: 5000 })]) {
        if (range === null) continue;
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= samples.length);
      }
    }), RUNS);
  });

  it('level and noise are finite, and the share of clipped samples is a share', () => {
    fc.assert(fc.property(short, rate, (samples, sampleRate) => {
      const { peakDb, rmsDb, clippedShare } = measureLevel(samples);
      const { snrDb } = measureNoise(samples, sampleRate);
      assert.ok([peakDb, rmsDb, snrDb].every(Number.isFinite));
      assert.ok(clippedShare >= 0 && clippedShare <= 1);
    }), RUNS);
  });

  it('stretching gives the length that was asked for, all finite, never nothing', () => {
    fc.assert(fc.property(short, rate, fc.double({ min: MIN_RATIO, max: MAX_RATIO, noNaN: true }), (samples, sampleRate, ratio) => {
      const out = stretch(samples, sampleRate, ratio);
      assert.equal(out.length, samples.length === 0 ? 0 : Math.max(1, Math.round(samples.length * ratio)));
      assert.ok(isFinite(out));
    }), RUNS);
  });

  it('any bytes are a WAV or refused in one sentence', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const wav = Buffer.concat([encodeWav({ samples: new Float32Array(4), sampleRate: 8000 }).wav.subarray(0, 36), bytes]);
      for (const input of [bytes, wav]) {
        try {
          assert.ok(isFinite(decodeWav(input).samples));
        } catch (error) {
          assert.match(String((error as { code?: unknown }).code), /^PRON_(?:NOT_AUDIO|BAD_WAV|AUDIO_TOO_LONG)$/);
        }
      }
    }), { numRuns: 500 });
  });
});
