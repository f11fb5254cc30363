import { phrase, PronError, type Phrase } from '../../base/errors';

export type SampleEncoding = 'pcm' | 'float' | 'alaw' | 'mulaw';

/** What a format chunk says of the samples. */
export interface WavFormat {
  readonly encoding: SampleEncoding;
  readonly channels: number;
  /** Hz. */
  readonly sampleRate: number;
  readonly bitDepth: number;
  /** Bits that hold something, where the extensible format says that they are fewer; else `bitDepth`. */
  readonly validBits: number;
  /** Bytes of a sample of each channel, as the header claims; some recorders claim nonsense. */
  readonly blockAlign: number;
}

const EXTENSIBLE = 0xfffe;
const ENCODINGS: Readonly<Record<number, SampleEncoding>> = { 1: 'pcm', 3: 'float', 6: 'alaw', 7: 'mulaw' };
const DEPTHS: Readonly<Record<SampleEncoding, readonly number[]>> = {
  pcm: [8, 12, 16, 20, 24, 32],
  float: [32, 64],
  alaw: [8],
  mulaw: [8],
};
/** Formats that recorders and telephones put into a WAV, by their tag (mmreg.h). */
const COMPRESSED: Readonly<Record<number, string>> = {
  0x02: 'Microsoft ADPCM',
  0x11: 'IMA ADPCM',
  0x22: 'TrueSpeech',
  0x31: 'GSM 6.10',
  0x45: 'G.726 ADPCM',
  0x50: 'MPEG',
  0x55: 'MP3',
  0x64: 'G.726 ADPCM',
  0x65: 'G.722 ADPCM',
  0xff: 'AAC',
  0x1610: 'AAC',
  0x161: 'Windows Media Audio',
  0x674f: 'Ogg Vorbis',
  0xf1ac: 'FLAC',
};

/** Hz. */
export const MIN_RATE = 8000;
const MAX_RATE = 192000;

export function badWav(reason: Phrase): PronError {
  return new PronError('PRON_BAD_WAV', { reason });
}

/**
 * Reads the body of a format chunk, `size` bytes from `at` on.
 * @throws PronError PRON_BAD_WAV where the samples can't be read
 */
export function readFormat(view: DataView, at: number, size: number, littleEndian: boolean): WavFormat {
  if (size < 16) throw badWav(phrase('wavShortFormat', { bytes: size }));
  let tag = view.getUint16(at, littleEndian);
  const channels = view.getUint16(at + 2, littleEndian);
  const sampleRate = view.getUint32(at + 4, littleEndian);
  const blockAlign = view.getUint16(at + 12, littleEndian);
  const bitDepth = view.getUint16(at + 14, littleEndian);
  let validBits = bitDepth;
  // The extensible format keeps the true tag in the first two bytes of its sub-format GUID.
  if (tag === EXTENSIBLE && size >= 26) {
    tag = view.getUint16(at + 24, littleEndian);
    const valid = view.getUint16(at + 18, littleEndian);
    if (valid > 0 && valid < bitDepth) validBits = valid;
  }
  const encoding = ENCODINGS[tag];
  if (encoding === undefined) {
    throw badWav(phrase('wavUnsupported', { format: COMPRESSED[tag] ?? `0x${tag.toString(16)}` }));
  }
  if (channels === 0) throw badWav(phrase('wavNoChannels'));
  if (!DEPTHS[encoding].includes(bitDepth)) throw badWav(phrase('wavDepth', { bits: bitDepth, encoding }));
  if (sampleRate < MIN_RATE) throw badWav(phrase('wavRateLow', { rate: sampleRate, min: MIN_RATE }));
  if (sampleRate > MAX_RATE) throw badWav(phrase('wavRateHigh', { rate: sampleRate, max: MAX_RATE }));
  return { encoding, channels, sampleRate, bitDepth, validBits, blockAlign };
}
