import assert from 'node:assert/strict';
import { decodeWav } from '../../pipeline/wav';
import { koreanSpeech, rmsOf, scaled, snrDb, sumOf, whiteNoise } from './signals';
import { wavFile } from './wav-files';

const { samples: loud, sampleRate } = koreanSpeech();
const voice = scaled(loud, 0.5 / loud.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));

function mixed(...channels: readonly Float32Array[]): Float32Array {
  const frames = Math.min(...channels.map(({ length }) => length));
  const values = new Int16Array(frames * channels.length);
  channels.forEach((channel, c) => {
    for (let i = 0; i < frames; i++) values[i * channels.length + c] = Math.round(32767 * (channel[i] ?? 0));
  });
  return decodeWav(wavFile(Buffer.from(values.buffer), { channels: channels.length, sampleRate })).samples;
}

/** The voice, however loud. */
function isVoice(heard: Float32Array, leastDb = 40): void {
  const gain = rmsOf(voice) / rmsOf(heard);
  const found = snrDb(voice.subarray(0, heard.length), scaled(heard, gain));
  assert.ok(found > leastDb, `${found} dB`);
}

const turned = scaled(voice, -1);
const silent = new Float32Array(voice.length);

describe('several channels', () => {
  it('are averaged where they are alike, and where all but one are silent', () => {
    isVoice(mixed(voice, voice));
    isVoice(mixed(voice, silent));
    isVoice(mixed(silent, silent, voice, silent, silent, silent));
  });

  it('are averaged where they hold different sounds', () => {
    const other = scaled(voice.toReversed(), 0.9);
    const both = mixed(voice, other);
    assert.ok(snrDb(scaled(sumOf(voice, other), 0.5), both) > 40);
  });

  it('keep the voice where one of them is turned round, whatever its gain', () => {
    for (const gain of [1, 0.5, 0.1]) isVoice(mixed(voice, scaled(turned, gain)));
    isVoice(mixed(voice, turned, voice, turned));
    isVoice(mixed(voice, turned, silent, silent));
  });

  it('keep the voice where a channel is turned round for a part of the time', () => {
    const half = voice.map((sample, i) => (i < voice.length / 2 ? sample : -sample));
    const heard = mixed(voice, half);
    assert.ok(snrDb(voice.map(Math.abs), heard.map(Math.abs)) > 40);
  });

  it('keep the voice where noise and a constant hide that a channel is turned round', () => {
    const noisy = (sound: Float32Array, seed: number): Float32Array =>
      sumOf(sound, whiteNoise(sound.length, rmsOf(voice) / 18, seed)).map((sample) => sample + 0.1);
    const heard = mixed(noisy(voice, 1), noisy(turned, 2)).map((sample) => sample - 0.1);
    assert.ok(snrDb(voice, heard) > 20);
  });

  for (const delay of [1, 4, 16, 40]) {
    it(`keep the voice where one comes ${delay} samples later, turned round or not`, () => {
      for (const other of [voice, turned]) {
        const heard = mixed(voice.subarray(delay), other.subarray(0, -delay));
        const [a, b] = [voice.subarray(delay), other.subarray(0, -delay)].map((channel) => snrDb(channel, heard));
        // A single sample's delay of equal signs is hardly a filter, and may be averaged.
        assert.ok(Math.max(a ?? 0, b ?? 0) > (delay === 1 && other === voice ? 10 : 40), `${a} and ${b} dB`);
      }
    });
  }
});
