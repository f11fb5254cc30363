import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { withoutBumps } from '../../pipeline/bumps';
import { measureNoise } from '../../pipeline/snr';
import { findSpeech } from '../../pipeline/speech';
import { decodeWav } from '../../pipeline/wav';
import { loudestOf, frameRms } from '../../pipeline/trim';
import { koreanSpeech, pinkNoise, scaled, sine, sumOf, whiteNoise } from './signals';

const RATE = 16000;

const seconds = (length: number): number => Math.round(length * RATE);
const silence = (length: number): Float32Array => new Float32Array(seconds(length));
/** Falls by 8.7 dB in `tau` s. */
const falling = (samples: Float32Array, tau: number): Float32Array => samples.map((sample, n) => sample * Math.exp(-n / RATE / tau));
const joined = (...parts: readonly Float32Array[]): Float32Array => Float32Array.from(parts.flatMap((part) => [...part]));
const loudness = (samples: Float32Array): number => loudestOf(frameRms(joined(silence(0.05), samples, silence(0.05)), 320, 80));

const BUMPS: Readonly<Record<string, Float32Array>> = {
  'a click of 5 ms': whiteNoise(seconds(0.005), 1, 1),
  'a knock of 150 ms': falling(whiteNoise(seconds(0.15), 1, 2), 0.035),
  'a low thump': falling(sine(90, RATE, 0.25), 0.05),
  'a puff of breath': Float32Array.from({ length: seconds(0.08) }, (_, n) => -Math.sin((2 * Math.PI * n) / seconds(0.08))),
  'a slammed door': falling(sumOf(scaled(pinkNoise(seconds(0.4), 1, 3), 1), sine(70, RATE, 0.4, 0.5)), 0.08),
  'a glass': falling(sine(2100, RATE, 0.3), 0.06),
  'a double click': joined(whiteNoise(48, 1, 4), silence(0.08), whiteNoise(48, 0.7, 5)),
};

describe('a bump louder than the voice', function () {
  this.timeout(30_000);
  const { samples, sampleRate } = decodeWav(readFileSync(join(packageRoot(), 'practice', 'lessons', 'recordings', 'ko-correct.wav')));
  assert.equal(sampleRate, RATE);
  const usual = findSpeech(samples, RATE) ?? { start: 0, end: 0 };
  const before = samples.subarray(0, usual.start);
  const speech = samples.subarray(usual.start, usual.end);
  const after = samples.subarray(usual.end);

  for (const [name, bump] of Object.entries(BUMPS)) {
    for (const louderDb of [14, 26]) {
      const loud = scaled(bump, (loudness(speech) / loudness(bump)) * 10 ** (louderDb / 20));
      const isSpeech = (recording: Float32Array, start: number): void => {
        const found = findSpeech(recording, RATE);
        assert.ok(found !== null, 'no speech');
        assert.ok(Math.abs(found.start - start) < seconds(0.1), `starts at ${found.start}, not at ${start}`);
        assert.ok(Math.abs(found.end - start - speech.length) < seconds(0.1), `ends at ${found.end}, not at ${start + speech.length}`);
      };

      it(`is left out: ${name}, ${louderDb} dB louder, after the sentence`, () => {
        isSpeech(joined(before, speech, after, loud, before), before.length);
      });

      it(`is left out: ${name}, ${louderDb} dB louder, before the sentence`, () => {
        isSpeech(joined(before, loud, before, speech, after), 2 * before.length + loud.length);
      });

      it(`is left out: ${name}, ${louderDb} dB louder, before and after the sentence`, () => {
        isSpeech(joined(before, loud, before, speech, after, scaled(loud, 0.8), before), 2 * before.length + loud.length);
      });
    }
  }

  it('is turned down to the level of the room where it falls into a pause of the sentence', () => {
    const pause = whiteNoise(seconds(0.3), loudness(before) / 2, 6);
    const knock = BUMPS['a knock of 150 ms'] ?? silence(0);
    const loud = scaled(knock, (10 ** (14 / 20) * loudness(speech)) / loudness(knock));
    const first = joined(before, speech, pause);
    const quiet = withoutBumps(joined(first, loud, pause, speech, after), RATE);
    assert.ok(loudness(quiet.subarray(first.length, first.length + loud.length)) < 4 * loudness(before));
    assert.deepEqual(quiet.subarray(0, first.length - 400), first.subarray(0, first.length - 400));
  });

  it('does not count as signal', () => {
    const knock = BUMPS['a knock of 150 ms'] ?? silence(0);
    const loud = scaled(knock, (10 ** (20 / 20) * loudness(speech)) / loudness(knock));
    const { snrDb } = measureNoise(joined(samples, loud, after), RATE);
    assert.ok(Math.abs(snrDb - measureNoise(samples, RATE).snrDb) < 3, `${snrDb} dB`);
  });

  for (const [name, bump] of Object.entries(BUMPS).filter(([each]) => each !== 'a puff of breath')) {
    it(`is no speech where nobody speaks: ${name}`, () => {
      const recording = joined(before, scaled(bump, 0.3 / loudness(bump)), after);
      assert.equal(findSpeech(recording, RATE), null);
    });
  }
});

describe('a recording without bumps', () => {
  const recordings = join(packageRoot(), 'practice', 'recordings');
  for (const name of readdirSync(recordings)) {
    it(`stays as it is: ${name}`, () => {
      const { samples, sampleRate } = decodeWav(readFileSync(join(recordings, name)));
      assert.equal(withoutBumps(samples, sampleRate), samples);
    });
  }

  it('keeps a syllable that is louder than the others by 10 dB', () => {
    const { samples, sampleRate } = koreanSpeech();
    const [from, to] = [Math.round(0.4 * samples.length), Math.round(0.55 * samples.length)];
    const stressed = samples.map((sample, n) => (n >= from && n < to ? 3.2 * sample : sample));
    assert.equal(withoutBumps(stressed, sampleRate), stressed);
  });

  it('may be empty, or one sample', () => {
    for (const samples of [new Float32Array(0), Float32Array.of(1)]) assert.equal(withoutBumps(samples, RATE), samples);
  });
});
