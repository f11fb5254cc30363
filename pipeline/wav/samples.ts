import { WaveFile } from 'wavefile';
import { joined, type WavHeader } from '../wav-header';
import { MIN_RATE } from './format';
import { HOST_IS_LITTLE_ENDIAN } from './host-endianness';
import { HEADER_BYTES, writeHeader } from './write-header';

/** Reads `count` frames from frame `from` on: floats, full scale 1, the channels interleaved. */
export type FrameReader = (from: number, count: number) => Float32Array;

/** The samples of a WAV without padding and without the headers between its pieces. */
export function sampleBytes(bytes: Uint8Array, { layout, pieces }: WavHeader): Uint8Array {
  const data = joined(bytes, pieces);
  const { stride, offset, bytes: width } = layout;
  if (stride === width) return data;
  const packed = new Uint8Array((data.length / stride) * width);
  for (let at = offset, to = 0; to < packed.length; at += stride, to += width) {
    for (let i = 0; i < width; i++) packed[to + i] = data[at + i] as number;
  }
  return packed;
}

/** A reader for the frames of a WAV. Integers are divided by their full scale (int16 by 32768), floats are kept. */
export function frameReader(bytes: Uint8Array, header: WavHeader): FrameReader {
  const data = sampleBytes(bytes, header);
  const frameBytes = header.channels * header.layout.bytes;
  const bits = header.layout.bytes * 8;
  const isCommon = (header.encoding === 'pcm' && bits === 16) || (header.encoding === 'float' && bits === 32);
  return (from, count) => {
    const range = data.subarray(from * frameBytes, (from + count) * frameBytes);
    return isCommon ? readCommon(range, header) : readByLibrary(range, bits, header);
  };
}

/** The two formats that recorders write, without a detour: wavefile takes seconds for ten minutes of them. */
function readCommon(range: Uint8Array, { encoding, littleEndian }: WavHeader): Float32Array {
  // A copy begins at an address that an array of its type can begin at, and its bytes may be swapped.
  const copy = Buffer.from(new ArrayBuffer(range.length));
  copy.set(range);
  const isSwapped = littleEndian !== HOST_IS_LITTLE_ENDIAN;
  if (encoding === 'float') return new Float32Array((isSwapped ? copy.swap32() : copy).buffer);
  const values = new Int16Array((isSwapped ? copy.swap16() : copy).buffer);
  const samples = new Float32Array(values.length);
  for (let i = 0; i < samples.length; i++) samples[i] = (values[i] as number) / 32768;
  return samples;
}

/** The other formats by wavefile, under a clean header of our own. */
function readByLibrary(range: Uint8Array, bits: number, { encoding, littleEndian }: WavHeader): Float32Array {
  const file = new Uint8Array(HEADER_BYTES + range.length);
  // As one channel of any rate: the library refuses frames and seconds of more bytes than a header can say.
  const format = { encoding, channels: 1, sampleRate: MIN_RATE, bitDepth: bits, littleEndian, frames: range.length / (bits / 8) };
  writeHeader(new DataView(file.buffer), format);
  file.set(range, HEADER_BYTES);
  const wav = new WaveFile(file);
  if (encoding === 'alaw') wav.fromALaw();
  if (encoding === 'mulaw') wav.fromMuLaw();
  const integerBits = encoding === 'alaw' || encoding === 'mulaw' ? 16 : bits;
  const fullScale = encoding === 'float' ? 1 : 2 ** (integerBits - 1);
  // 8-bit WAVs are unsigned, with silence at 128.
  const offset = encoding === 'pcm' && bits === 8 ? 128 : 0;
  const values = wav.getSamples(true, Float64Array);
  const samples = new Float32Array(values.length);
  for (let i = 0; i < samples.length; i++) samples[i] = ((values[i] as number) - offset) / fullScale;
  return samples;
}
