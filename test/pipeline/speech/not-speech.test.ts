import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { resample } from '../../../pipeline/resample';
import { findSpeech } from '../../../pipeline/speech';
import { decodeWav } from '../../../pipeline/wav';
import { negatives, SAMPLE_RATE } from '../../../training/report/negatives';
import { pinkNoise, rmsOf, scaled, sumOf, whiteNoise } from '../signals';

const PER_KIND = 8;
/** Music of one voice and gliding tones are left to the network. */
const LEFT = new Set(['sweep', 'arpeggio', 'tune']);
/** How many of the others are refused where they are faint, against the hiss of the room. */
const HARD = new Map([
  ['struck chord', 6],
  ['chords', 6],
  ['metronome', 7],
  ['telephone keys', 5],
]);

const RECORDINGS = ['ko-correct', 'ko-mispronounced', 'ko-another-sentence', 'en-native', 'en-correct', 'en-mispronounced'];

describe('telling speech from other sounds', function () {
  this.timeout(60_000);
  const sounds = negatives(PER_KIND);

  for (const kind of new Set(sounds.map((sound) => sound.kind).filter((name) => !LEFT.has(name)))) {
    const least = HARD.get(kind) ?? PER_KIND;
    it(`finds no speech in ${kind === 'hum' ? 'mains hum' : kind}: ${least} of ${PER_KIND}`, () => {
      const some = sounds.filter((sound) => sound.kind === kind);
      const found = some.filter(({ samples }) => findSpeech(samples, SAMPLE_RATE) !== null).map(({ seed }) => seed);
      assert.ok(found.length <= PER_KIND - least, `speech in ${kind} ${found.join(', ')}`);
    });
  }

  for (const name of RECORDINGS) {
    describe(`in the recording ${name}`, () => {
      const wav = decodeWav(readFileSync(join(packageRoot(), 'practice', 'recordings', `${name}.wav`)));
      const found = (samples: Float32Array, rate = wav.sampleRate): boolean => findSpeech(samples, rate) !== null;

      it('finds speech, also in a word of it', () => {
        assert.ok(found(wav.samples));
        const { start, end } = findSpeech(wav.samples, wav.sampleRate) ?? { start: 0, end: 0 };
        assert.ok(found(wav.samples.subarray(start, start + (end - start) / 4)));
      });

      it('finds speech through a telephone, from a cheap microphone and from a studio', () => {
        for (const rate of [8000, 22050, 48000]) assert.ok(found(resample(wav.samples, wav.sampleRate, rate), rate), `${rate} Hz`);
      });

      it('finds speech in noise at 5 dB', () => {
        for (const noise of [whiteNoise(wav.samples.length, 1), pinkNoise(wav.samples.length, 1)]) {
          const gain = rmsOf(wav.samples) / rmsOf(noise) / 10 ** (5 / 20);
          assert.ok(found(sumOf(wav.samples, scaled(noise, gain))));
        }
      });
    });
  }

  it('finds none in the silence of a room', () => {
    const { samples, sampleRate } = decodeWav(readFileSync(join(packageRoot(), 'practice', 'recordings', 'silence.wav')));
    assert.equal(findSpeech(samples, sampleRate), null);
  });
});
