import { endianness } from 'node:os';
import { WaveFile } from 'wavefile';
import { phrase, PronError } from './errors';
import type { Audio } from './types';
import type { SampleEncoding, WavHeader } from './wav-header';
import { MIN_RATE, readWavHeader } from './wav-header';

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

const HEADER_BYTES = 44;
const HOST_IS_LITTLE_ENDIAN = endianness() === 'LE';
/** wavefile unpacks into 8 bytes a sample; pieces keep that bounded for long recordings. */
const PIECE_SAMPLES = 1 << 18;
const FORMAT_TAGS: Readonly<Record<SampleEncoding, number>> = { pcm: 1, float: 3, alaw: 6, mulaw: 7 };

function writeHeader(view: DataView, format: Omit<WavHeader, 'dataStart'>): void {
  const { channels, sampleRate, bitDepth, frames, littleEndian } = format;
  const frameBytes = channels * (bitDepth / 8);
  const id = (at: number, name: string): void => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, name.charCodeAt(i));
  };
  id(0, littleEndian ? 'RIFF' : 'RIFX');
  view.setUint32(4, HEADER_BYTES - 8 + frames * frameBytes, littleEndian);
  id(8, 'WAVE');
  id(12, 'fmt ');
  view.setUint32(16, 16, littleEndian);
  view.setUint16(20, FORMAT_TAGS[format.encoding], littleEndian);
  view.setUint16(22, channels, littleEndian);
  view.setUint32(24, sampleRate, littleEndian);
  view.setUint32(28, sampleRate * frameBytes, littleEndian);
  view.setUint16(32, frameBytes, littleEndian);
  view.setUint16(34, bitDepth, littleEndian);
  id(36, 'data');
  view.setUint32(40, frames * frameBytes, littleEndian);
}

/** Averages the channels of `interleaved` (divided by `fullScale`) into `samples` from `at` on. */
function mixDown(
  interleaved: Float64Array | Float32Array | Int16Array,
  channels: number,
  fullScale: number,
  offset: number,
  samples: Float32Array,
  at: number,
): void {
  const frames = interleaved.length / channels;
  const scale = 1 / (fullScale * channels);
  if (channels === 1) {
    for (let i = 0; i < frames; i++) samples[at + i] = ((interleaved[i] as number) - offset) * scale;
    return;
  }
  for (let frame = 0, k = 0; frame < frames; frame++) {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += (interleaved[k++] as number) - offset;
    samples[at + frame] = sum * scale;
  }
}

/** The two formats that recorders write, without a detour: wavefile takes seconds for ten minutes of them. */
function decodeCommon(bytes: Uint8Array, header: WavHeader, samples: Float32Array): void {
  const { channels, bitDepth, dataStart, frames } = header;
  // A copy begins at an address that an array of its type can begin at, and its bytes may be swapped.
  const copy = Buffer.from(new ArrayBuffer(frames * channels * (bitDepth / 8)));
  copy.set(bytes.subarray(dataStart, dataStart + copy.length));
  const isSwapped = header.littleEndian !== HOST_IS_LITTLE_ENDIAN;
  if (bitDepth === 16) {
    mixDown(new Int16Array((isSwapped ? copy.swap16() : copy).buffer), channels, 32768, 0, samples, 0);
  } else {
    mixDown(new Float32Array((isSwapped ? copy.swap32() : copy).buffer), channels, 1, 0, samples, 0);
  }
}

/** The other formats by wavefile, piece by piece, each piece under a clean header of our own. */
function decodeByLibrary(bytes: Uint8Array, header: WavHeader, samples: Float32Array): void {
  const { channels, bitDepth, encoding } = header;
  const frameBytes = channels * (bitDepth / 8);
  const pieceFrames = Math.max(1, Math.floor(PIECE_SAMPLES / channels));
  for (let from = 0; from < header.frames; from += pieceFrames) {
    const frames = Math.min(pieceFrames, header.frames - from);
    const piece = new Uint8Array(HEADER_BYTES + frames * frameBytes);
    // As one channel of any rate: the library refuses frames and seconds of more bytes than a header can say.
    writeHeader(new DataView(piece.buffer), { ...header, channels: 1, sampleRate: MIN_RATE, frames: frames * channels });
    const start = header.dataStart + from * frameBytes;
    piece.set(bytes.subarray(start, start + frames * frameBytes), HEADER_BYTES);
    const file = new WaveFile(piece);
    if (encoding === 'alaw') file.fromALaw();
    if (encoding === 'mulaw') file.fromMuLaw();
    const integerBits = encoding === 'alaw' || encoding === 'mulaw' ? 16 : bitDepth;
    const fullScale = encoding === 'float' ? 1 : 2 ** (integerBits - 1);
    // 8-bit WAVs are unsigned, with silence at 128.
    const offset = encoding === 'pcm' && bitDepth === 8 ? 128 : 0;
    mixDown(file.getSamples(true, Float64Array), channels, fullScale, offset, samples, from);
  }
}

/**
 * Reads a WAV of 8, 16, 24 or 32-bit integers, 32 or 64-bit floats, A-law or mu-law, 8 to 192 kHz, any number of
 * channels, and averages the channels. Integers are divided by their full scale (int16 by 32768), floats are kept.
 * Lengths in the header that can't be true are ignored: see `readWavHeader`.
 * @throws PronError PRON_NOT_AUDIO, PRON_BAD_WAV (also for samples that are not finite numbers, or beyond
 * `MAX_AMPLITUDE`: nothing sensible can be measured on them), PRON_AUDIO_TOO_LONG beyond `MAX_SECONDS`.
 */
export function decodeWav(bytes: Uint8Array): DecodedAudio {
  const header = readWavHeader(bytes);
  const { channels, sampleRate, bitDepth, encoding, frames } = header;
  if (frames > MAX_SECONDS * sampleRate) {
    throw new PronError('PRON_AUDIO_TOO_LONG', { seconds: Math.ceil(frames / sampleRate), limit: MAX_SECONDS });
  }
  const samples = new Float32Array(frames);
  const isCommon = (encoding === 'pcm' && bitDepth === 16) || (encoding === 'float' && bitDepth === 32);
  if (isCommon) decodeCommon(bytes, header, samples);
  else decodeByLibrary(bytes, header, samples);

  if (encoding === 'float') {
    const broken = samples.findIndex((sample) => !(Math.abs(sample) <= MAX_AMPLITUDE));
    if (broken >= 0) {
      const value = samples[broken] as number; // found above
      const where = { index: broken, value: String(value) };
      const reason = Number.isFinite(value) ? phrase('wavTooLoud', where) : phrase('wavNotFinite', where);
      throw new PronError('PRON_BAD_WAV', { reason });
    }
  }
  return { samples, sampleRate, channels, bitDepth, encoding };
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
