import assert from 'node:assert/strict';
import { findSpeech } from '../../pipeline/speech';
import { trim } from '../../pipeline/trim';
import { koreanSpeech, pinkNoise, randomSource, rmsOf, scaled, sine, sumOf, whiteNoise } from './signals';

const NOISE_LENGTHS = [0.3, 1, 3];

describe('finding speech', () => {
  const { samples, sampleRate } = koreanSpeech();
  const range = trim(samples, { topDb: 30 });
  const speech = samples.slice(range.start, range.end);

  it('gives the range that librosa trims to', () => {
    assert.deepEqual(findSpeech(samples, sampleRate), range);
    assert.deepEqual(findSpeech(samples, sampleRate, { topDb: 20 }), trim(samples, { topDb: 20 }));
    const sizes = { topDb: 25, frameLength: 512, hopLength: 128 };
    assert.deepEqual(findSpeech(samples, sampleRate, sizes), trim(samples, sizes));
  });

  it('keeps padding around it, as far as the recording goes', () => {
    const padded = new Float32Array(samples.length + 22050);
    padded.set(samples, 11025);
    const bare = findSpeech(padded, sampleRate);
    const wide = findSpeech(padded, sampleRate, { padBeforeMs: 100, padAfterMs: 200 });
    assert.ok(bare !== null && wide !== null);
    assert.equal(wide.start, bare.start - 2205);
    assert.equal(wide.end, bare.end + 4410);
    assert.deepEqual(findSpeech(padded, sampleRate, { padBeforeMs: 9999, padAfterMs: 9999 }), {
      start: 0,
      end: padded.length,
    });
  });

  it('finds speech that was trimmed tightly already', () => {
    assert.ok(findSpeech(speech, sampleRate));
    assert.ok(findSpeech(speech.subarray(0, speech.length / 3), sampleRate), 'a third of it');
  });

  it('finds quiet speech and speech at full scale', () => {
    assert.ok(findSpeech(scaled(speech, 0.01), sampleRate));
    assert.ok(findSpeech(speech.map((sample) => Math.max(-1, Math.min(1, sample * 20))), sampleRate));
  });

  for (const [name, noise] of [
    ['white', whiteNoise(speech.length, 1)],
    ['pink', pinkNoise(speech.length, 1)],
  ] as const) {
    it(`finds speech in ${name} noise at 10 dB SNR`, () => {
      const gain = rmsOf(speech) / rmsOf(noise) / 10 ** (10 / 20);
      assert.ok(findSpeech(sumOf(speech, scaled(noise, gain)), sampleRate));
    });
  }

  it('finds none in digital silence, an empty recording, one sample', () => {
    for (const input of [new Float32Array(48000), new Float32Array(0), Float32Array.of(1)]) {
      assert.equal(findSpeech(input, 16000), null);
    }
  });

  for (const rate of [8000, 16000, 48000]) {
    it(`finds none in steady noise of any level at ${rate} Hz`, () => {
      for (const rms of [0.5, 0.03, 0.0005]) {
        NOISE_LENGTHS.forEach((seconds, seed) => {
          assert.equal(findSpeech(whiteNoise(rate * seconds, rms, seed), rate), null, `white, ${rms}, ${seconds} s`);
          assert.equal(findSpeech(pinkNoise(rate * seconds, rms, seed), rate), null, `pink, ${rms}, ${seconds} s`);
        });
      }
    });
  }

  it('finds none in room noise at -55 dBFS whose level wanders by 2 dB', () => {
    const random = randomSource(4);
    let gain = 1;
    const room = pinkNoise(48000, 10 ** (-55 / 20)).map((sample, n) => {
      if (n % 800 === 0) gain = 10 ** ((4 * random() - 2) / 20);
      return sample * gain;
    });
    assert.equal(findSpeech(room, 16000), null);
  });

  it('finds none in mains hum, tones and a tone between silences', () => {
    for (const hz of [50, 60]) {
      const hum = [1, 2, 3, 5, 7].map((k) => sine(hz * k, 16000, 2, 0.2 / k)).reduce(sumOf);
      assert.equal(findSpeech(sumOf(hum, whiteNoise(32000, 0.001)), 16000), null, `hum of ${hz} Hz`);
    }
    for (const hz of [100, 440, 1000, 3000]) {
      const tone = sine(hz, 16000, 1);
      assert.equal(findSpeech(tone, 16000), null, `${hz} Hz`);
      const beep = new Float32Array(32000);
      beep.set(tone, 8000);
      assert.equal(findSpeech(beep, 16000), null, `${hz} Hz between silences`);
    }
  });

  it('finds none in a click, a full-scale square wave and a constant', () => {
    const click = new Float32Array(22050);
    click[11025] = 1;
    assert.equal(findSpeech(click, 22050), null);
    assert.equal(findSpeech(sine(200, 16000, 1).map(Math.sign), 16000), null);
    assert.equal(findSpeech(new Float32Array(16000).fill(0.5), 16000), null);
  });

  it('finds none in speech below -65 dBFS', () => {
    assert.equal(findSpeech(scaled(speech, 1e-4), sampleRate), null);
  });
});
