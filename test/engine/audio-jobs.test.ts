import assert from 'node:assert/strict';
import { acquireEngine, type Engine } from '../../engine/engine';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { ErrorCode } from '../../base/errors';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { randomValues } from '../pipeline/siamese/random-values';
import { rejection } from './waiting';

const RATE = 16000;

/** Syllables of a hummed tone of `loudness`, 4 a second, with silence of `leadMs` before and after. */
function syllables(seconds: number, leadMs: number, loudness = 0.3, noise = 0.001): Float32Array {
  const lead = (leadMs * RATE) / 1000;
  const hiss = randomValues(1, Math.round(seconds * RATE) + 2 * lead);
  return hiss.map((value, i) => {
    const t = (i - lead) / RATE;
    const envelope = t >= 0 && t < seconds ? Math.max(0, Math.sin(2 * Math.PI * 4 * t)) : 0;
    const voice = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + Math.sin(2 * Math.PI * 140 * k * t) / k, 0);
    return loudness * envelope * voice * 0.5 + noise * value;
  });
}

function wavOf(samples: Float32Array, sampleRate = RATE): Buffer {
  return encodeWav({ samples, sampleRate }).wav;
}

function hasOwnMemory(view: ArrayBufferView): boolean {
  return view.buffer.byteLength === view.byteLength;
}

describe('the audio jobs', function () {
  this.timeout(30_000);
  let engine: Engine;
  const good = wavOf(syllables(1, 300));

  before(() => {
    engine = acquireEngine();
  });
  after(() => engine.release());

  it('rewrite and measure a recording', async () => {
    const { wav, facts, levelNow, saturatedShare } = await engine.run({ kind: 'inspect', wav: good });
    assert.deepEqual(wav, good);
    assert.ok(hasOwnMemory(wav));
    assert.equal(facts.sampleRate, RATE);
    assert.equal(facts.durationMs, 1600);
    assert.ok(facts.level.peakDb > -14 && facts.level.peakDb < -4, String(facts.level.peakDb));
    assert.ok(facts.noise.snrDb > 20 && facts.noise.light === 'green');
    assert.deepEqual(levelNow, facts.level);
    assert.equal(saturatedShare, 0);
  });

  it('do not measure a noise that is known', async () => {
    const noise = { snrDb: 3.5, light: 'red' } as const;
    for (const { facts } of [
      await engine.run({ kind: 'inspect', wav: good, noise }),
      await engine.run({ kind: 'inspect', wav: good, sampleRate: 8000, noise }),
      await engine.run({ kind: 'noise', wav: good, options: { stationary: true }, noise }),
      await engine.run({ kind: 'vad', wav: good, options: {}, noise }),
      await engine.run({ kind: 'mel', wav: good, features: DEFAULT_FEATURES, noise }),
    ]) {
      assert.deepEqual(facts.noise, noise);
    }
  });

  it('take noise out of a recording and measure the noise before', async () => {
    const noisy = wavOf(syllables(1, 300, 0.3, 0.03));
    const result = await engine.run({ kind: 'noise', wav: noisy, options: { stationary: true, profile: { from: 'lead-in', ms: 250 } } });
    assert.ok(hasOwnMemory(result.wav));
    assert.deepEqual(result.facts.noise, (await engine.run({ kind: 'inspect', wav: noisy })).facts.noise);
    const left = energy(result.wav, 0, 0.2) / energy(noisy, 0, 0.2);
    const kept = energy(result.wav, 0.3, 1.3) / energy(noisy, 0.3, 1.3);
    // Hummed tones are thin lines, which the gate's smoothing along frequency weakens more than it does speech.
    assert.ok(left < 0.02 && kept > 0.1, `${left} of the noise, ${kept} of the sound`);
  });

  it('use the noise that a message brings', async () => {
    const noise = randomValues(77, RATE).map((value) => 0.03 * value);
    const noisy = wavOf(syllables(1, 0, 0.3, 0.03));
    const options = { stationary: false } as const;
    const plain = await engine.run({ kind: 'noise', wav: noisy, options });
    const profiled = await engine.run({ kind: 'noise', wav: noisy, options, noiseProfile: wavOf(noise) });
    const silent = await engine.run({ kind: 'noise', wav: noisy, options, noiseProfile: wavOf(new Float32Array(RATE)) });
    assert.notDeepEqual(profiled.wav, plain.wav);
    assert.notDeepEqual(profiled.wav, silent.wav);
    await rejection(engine.run({ kind: 'noise', wav: noisy, options, noiseProfile: Buffer.from('hiss') }), 'PRON_NOT_AUDIO');
  });

  it('cut silence off and tell where speech is in what is left', async () => {
    const wav = wavOf(syllables(1, 500));
    const result = await engine.run({ kind: 'vad', wav, options: { topDb: 30, padBeforeMs: 100, padAfterMs: 50 } });
    assert.ok(result.speech !== null);
    assert.ok(Math.abs(result.trimmedStartMs + 100 - 500) < 70, String(result.trimmedStartMs));
    assert.ok(Math.abs(result.speech.startMs - 100) < 0.1, String(result.speech.startMs));
    const { durationMs } = (await engine.run({ kind: 'inspect', wav: result.wav })).facts;
    assert.equal(durationMs, result.facts.durationMs);
    assert.ok(Math.abs(durationMs - result.speech.endMs - 50) < 0.1);
  });

  it('pad no further than the recording goes', async () => {
    const result = await engine.run({ kind: 'vad', wav: good, options: { padBeforeMs: 5000, padAfterMs: 5000 } });
    assert.equal(result.trimmedStartMs, 0);
    assert.equal(result.facts.durationMs, 1600);
    assert.ok(result.speech !== null && result.speech.startMs > 200);
  });

  it('pass silence on whole and say that nobody spoke', async () => {
    const wav = wavOf(new Float32Array(RATE));
    const result = await engine.run({ kind: 'vad', wav, options: {} });
    assert.equal(result.speech, null);
    assert.deepEqual(result.wav, wav);
  });

  it('make a mel-spectrogram, and a picture where one is wanted', async () => {
    const { mel, image, facts } = await engine.run({ kind: 'mel', wav: good, features: DEFAULT_FEATURES });
    assert.equal(mel.bands, DEFAULT_FEATURES.bands);
    assert.equal(mel.data.length, mel.bands * mel.frames);
    assert.ok(hasOwnMemory(mel.data));
    assert.ok(mel.startMs > 200 && mel.startMs < 310, String(mel.startMs));
    assert.equal(image, undefined);
    assert.equal(facts.durationMs, 1600);
    const features = { ...DEFAULT_FEATURES, picture: 'gray', pictureHeight: 20, pictureWidth: 30 } as const;
    const png = (await engine.run({ kind: 'mel', wav: good, features })).image;
    assert.ok(png !== undefined && hasOwnMemory(png));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [30, 20]);
  });

  it('stay finite on anything that is a recording', async () => {
    const recordings: Record<string, Float32Array> = {
      'one sample': new Float32Array(1),
      'digital silence': new Float32Array(RATE),
      'a square wave at full scale': Float32Array.from({ length: RATE }, (_, i) => (i % 100 < 50 ? 1 : -1)),
      'a click': Float32Array.from({ length: RATE }, (_, i) => (i === 800 ? 1 : 0)),
    };
    for (const [name, samples] of Object.entries(recordings)) {
      const wav = wavOf(samples);
      for (const stationary of [true, false]) {
        const { facts, levelNow } = await engine.run({ kind: 'noise', wav, options: { stationary } });
        const numbers = [...Object.values(facts.level), ...Object.values(levelNow), facts.noise.snrDb, facts.durationMs];
        assert.ok(numbers.every(Number.isFinite), name);
      }
      const { mel } = await engine.run({ kind: 'mel', wav, features: DEFAULT_FEATURES });
      assert.ok(mel.data.every(Number.isFinite), name);
      const { speech } = await engine.run({ kind: 'vad', wav, options: {} });
      const result = await engine.run({
        kind: 'score', model: 'default', learner: mel,
        reference: (await engine.run({ kind: 'mel', wav: good, features: DEFAULT_FEATURES })).mel,
        facts: { speech },
      });
      assert.ok(result.verdict === 'no-speech' || Number.isFinite(result.distance), name);
    }
  });

  it('refuse what is no recording and go on', async () => {
    const bad: [Buffer, ErrorCode][] = [
      [Buffer.alloc(0), 'PRON_NOT_AUDIO'],
      [Buffer.from('hello'), 'PRON_NOT_AUDIO'],
      [good.subarray(0, 20), 'PRON_BAD_WAV'],
      [changed(24, 0), 'PRON_BAD_WAV'], // sample rate
      [changed(22, 0), 'PRON_BAD_WAV'], // channels
      [changed(34, 17), 'PRON_BAD_WAV'], // bits
      [changed(20, 2), 'PRON_BAD_WAV'], // ADPCM
      [wavOf(new Float32Array(601 * 8000), 8000), 'PRON_AUDIO_TOO_LONG'],
    ];
    for (const [i, [wav, code]] of bad.entries()) {
      try {
        await rejection(engine.run({ kind: 'inspect', wav }), code);
        await rejection(engine.run({ kind: 'noise', wav, options: {} }), code);
        await rejection(engine.run({ kind: 'vad', wav, options: {} }), code);
        await rejection(engine.run({ kind: 'mel', wav, features: DEFAULT_FEATURES }), code);
      } catch (error) {
        throw new Error(`case ${i}: ${String(error)}`);
      }
      assert.equal((await engine.run({ kind: 'inspect', wav: good })).facts.durationMs, 1600);
    }
  });

  /** The good recording with another 16-bit value in its header. */
  function changed(offset: number, value: number): Buffer {
    const copy = Buffer.from(good);
    copy.writeUInt16LE(value, offset);
    return copy;
  }
});

/** Sum of squares between two times, seconds. */
function energy(wav: Uint8Array, from: number, to: number): number {
  return decodeWav(wav).samples.subarray(from * RATE, to * RATE).reduce((sum, value) => sum + value * value, 0);
}
