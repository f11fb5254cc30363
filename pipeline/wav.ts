import { phrase, PronError } from '../base/errors';
import type { Audio } from './types';
import { mono } from './wav/channels';
import { floatFullScale } from './wav/float-scale';
import { badWav, type SampleEncoding } from './wav/format';
import { HOST_IS_LITTLE_ENDIAN } from './wav/host-endianness';
import { frameReader } from './wav/samples';
import { HEADER_BYTES, writeHeader } from './wav/write-header';
import { readWavHeader } from './wav-header';

/** Mono samples of a WAV, and what they were stored as. */
export interface DecodedAudio extends Audio {
  readonly channels: number;
  readonly bitDepth: number;
  readonly encoding: SampleEncoding;
}

/** Longest recording that is accepted, seconds. */
export const MAX_SECONDS = 600;

/** Largest WAV file that is looked into. Ten minutes of 24-bit stereo at 48 kHz have 173 MB. */
export const MAX_WAV_BYTES = 200_000_000;

/** Louder than 32-bit integers that were written as floats unscaled. What is beyond is no sound, and its square or its
 *  gain would leave the range of a float. */
const MAX_AMPLITUDE = 2 ** 31;

/**
 * Reads a WAV of 8 to 32-bit integers, 32 or 64-bit floats, A-law or mu-law, 8 to 192 kHz, any number of channels, of
 * which `mono` makes one. Integers are divided by their full scale (int16 by 32768), and so are those that were stored
 * as floats; other floats are kept. What is wrong in the header and can be told from the samples is put right: see
 * `readWavHeader`.
 * @throws PronError PRON_NOT_AUDIO, PRON_BAD_WAV (also for samples that are not finite numbers, or beyond
 * `MAX_AMPLITUDE`: nothing sensible can be measured on them), PRON_AUDIO_TOO_LONG beyond `MAX_SECONDS`.
 */
export function decodeWav(bytes: Uint8Array): DecodedAudio {
  const header = readWavHeader(bytes);
  const { channels, sampleRate, bitDepth, encoding, frames } = header;
  if (frames > MAX_SECONDS * sampleRate) {
    throw new PronError('PRON_AUDIO_TOO_LONG', { seconds: Math.ceil(frames / sampleRate), limit: MAX_SECONDS });
  }
  const samples = mono(frameReader(bytes, header), frames, channels, sampleRate);
  if (encoding === 'float') {
    checkFloats(samples);
    const fullScale = floatFullScale(samples);
    if (fullScale !== 1) for (let i = 0; i < frames; i++) samples[i] = (samples[i] as number) / fullScale;
  }
  return { samples, sampleRate, channels, bitDepth, encoding };
}

/** @throws PronError PRON_BAD_WAV */
function checkFloats(samples: Float32Array): void {
  const broken = samples.findIndex((sample) => !(Math.abs(sample) <= MAX_AMPLITUDE));
  if (broken < 0) return;
  const value = samples[broken] as number; // found above
  const where = { index: broken, value: String(value) };
  throw badWav(Number.isFinite(value) ? phrase('wavTooLoud', where) : phrase('wavNotFinite', where));
}

/**
 * Writes a mono 16-bit PCM WAV, rounded to the nearest value and saturated. `saturatedShare` is the fraction of
 * samples that did not fit into -32768..32767 (a float sample of exactly 1 does not). NaN is written as silence.
 * The Buffer has an ArrayBuffer of its own, of exactly its size, so that cloning a message copies nothing else.
 */
export function encodeWav(audio: Audio): { wav: Buffer; saturatedShare: number } {
  const { samples, sampleRate } = audio;
  const frames = samples.length;
  const wav = Buffer.from(new ArrayBuffer(HEADER_BYTES + frames * 2));
  writeHeader(new DataView(wav.buffer), { encoding: 'pcm', channels: 1, sampleRate, bitDepth: 16, littleEndian: true, frames });
  const saturated = quantise(samples, new Int16Array(wav.buffer, HEADER_BYTES));
  if (!HOST_IS_LITTLE_ENDIAN) wav.subarray(HEADER_BYTES).swap16();
  return { wav, saturatedShare: frames === 0 ? 0 : saturated / frames };
}

/** Rounds and saturates each sample. Returns how many did not fit. A function of its own is compiled once for all calls. */
function quantise(samples: Float32Array, out: Int16Array): number {
  let saturated = 0;
  for (let i = 0; i < out.length; i++) {
    const scaled = (samples[i] as number) * 32768;
    let value = 0;
    if (scaled >= -32768.5 && scaled < 32767.5) {
      // Cutting off what is positive rounds as Math.round does, in a fraction of the time.
      value = ((scaled + 32768.5) | 0) - 32768;
    } else if (scaled >= 32767.5) {
      value = 32767;
      saturated++;
    } else if (scaled < -32768.5) {
      value = -32768;
      saturated++;
    }
    out[i] = value;
  }
  return saturated;
}
