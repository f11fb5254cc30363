import assert from 'node:assert/strict';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { melSpectrogram } from '../../pipeline/mel';
import { isFiniteEverywhere, koreanSpeech, scaled, sine, whiteNoise } from './signals';

describe('the mel-spectrogram', () => {
  const speech = koreanSpeech();

  it('carries its parameters and is row-major band x frame', () => {
    const tone = { samples: sine(1000, 16000, 1), sampleRate: 16000 };
    const mel = melSpectrogram(tone, { ...DEFAULT_FEATURES, preEmphasis: 0 });
    assert.equal(mel.bands, 64);
    assert.equal(mel.frames, 101);
    assert.equal(mel.data.length, 64 * 101);
    assert.equal(mel.parameters.hopLength, 160);
    const column = Array.from({ length: 64 }, (_, band) => mel.data[band * 101 + 50] ?? 0);
    // 1 kHz is 1000 mel; the bands' centres lie 2764 / 65 mel apart from 77.8 mel on.
    assert.equal(column.indexOf(Math.max(...column)), 21);
  });

  it('does not depend on the volume with the default features', () => {
    const usual = melSpectrogram(speech, DEFAULT_FEATURES);
    const quiet = melSpectrogram({ ...speech, samples: scaled(speech.samples, 0.01) }, DEFAULT_FEATURES);
    assert.equal(quiet.frames, usual.frames);
    usual.data.forEach((value, i) => assert.ok(Math.abs(value - (quiet.data[i] ?? NaN)) < 1e-3));
  });

  it('says where its first frame lies after trimming', () => {
    const padded = new Float32Array(speech.samples.length + 11025);
    padded.set(speech.samples, 11025);
    const mel = melSpectrogram({ ...speech, samples: padded }, DEFAULT_FEATURES);
    assert.ok(Math.abs(mel.startMs - 500) <= 64 + 32, String(mel.startMs));
    assert.equal(melSpectrogram(speech, { ...DEFAULT_FEATURES, trimDb: null }).startMs, 0);
  });

  it('gives the same spectrogram at another sample rate, but for the highest bands', () => {
    const features = { ...DEFAULT_FEATURES, trimDb: null, fMax: 5000, scale: 'db', topDb: 60 } as const;
    const a = melSpectrogram({ samples: sine(700, 44100, 1), sampleRate: 44100 }, features);
    const b = melSpectrogram({ samples: sine(700, 16000, 1), sampleRate: 16000 }, features);
    assert.equal(a.frames, b.frames);
    const inner = (data: Float32Array): Float32Array => data.filter((_, i) => i % a.frames > 10 && i % a.frames < 90);
    const other = inner(b.data);
    inner(a.data).forEach((value, i) => assert.ok(Math.abs(value - (other[i] ?? NaN)) < 0.1));
  });

  it('scales power to decibels below the maximum or to a logarithm with an offset', () => {
    const power = melSpectrogram(speech, { ...DEFAULT_FEATURES, scale: 'power' }).data;
    const db = melSpectrogram(speech, { ...DEFAULT_FEATURES, scale: 'db', topDb: 40 }).data;
    const log = melSpectrogram(speech, { ...DEFAULT_FEATURES, scale: 'log', logOffset: 0.5 }).data;
    assert.equal(db.reduce((a, b) => Math.max(a, b)), 0);
    assert.equal(db.reduce((a, b) => Math.min(a, b)), -40);
    power.forEach((value, i) => assert.ok(Math.abs(Math.log(value + 0.5) - (log[i] ?? NaN)) < 1e-5));
  });

  it('has no frames where trimming leaves nothing', () => {
    for (const samples of [new Float32Array(16000), new Float32Array(0), new Float32Array(16000).fill(1e-6)]) {
      const mel = melSpectrogram({ samples, sampleRate: 16000 }, DEFAULT_FEATURES);
      assert.equal(mel.frames, 0);
      assert.equal(mel.data.length, 0);
      assert.equal(mel.startMs, 0);
    }
  });

  it('stays finite for silence without trimming, one sample, a square wave and noise', () => {
    const square = sine(200, 16000, 0.5).map((sample) => Math.sign(sample));
    for (const samples of [new Float32Array(8000), Float32Array.of(0.5), square, whiteNoise(8000, 0.1)]) {
      for (const scale of ['power', 'db', 'log'] as const) {
        const mel = melSpectrogram({ samples, sampleRate: 16000 }, { ...DEFAULT_FEATURES, trimDb: null, scale });
        assert.ok(mel.frames > 0);
        assert.ok(isFiniteEverywhere(mel.data), scale);
      }
    }
  });

  it('does not change the samples it was given', () => {
    const samples = speech.samples.slice();
    melSpectrogram({ samples, sampleRate: 16000 }, DEFAULT_FEATURES);
    assert.deepEqual(samples, speech.samples);
  });
});
