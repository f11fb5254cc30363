import { phrase, PronError, type Phrase } from '../base/errors';

export type SampleEncoding = 'pcm' | 'float' | 'alaw' | 'mulaw';

/** What a WAV's header says, after its lengths have been checked against the bytes that are there. */
export interface WavHeader {
  readonly encoding: SampleEncoding;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bitDepth: number;
  readonly littleEndian: boolean;
  /** First byte of the samples. */
  readonly dataStart: number;
  /** Whole frames (one sample of each channel) that are really there. */
  readonly frames: number;
}

interface Format {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly blockAlign: number;
  readonly bitDepth: number;
}

const EXTENSIBLE = 0xfffe;
const ENCODINGS: Readonly<Record<number, SampleEncoding>> = { 1: 'pcm', 3: 'float', 6: 'alaw', 7: 'mulaw' };
const DEPTHS: Readonly<Record<SampleEncoding, readonly number[]>> = {
  pcm: [8, 16, 24, 32],
  float: [32, 64],
  alaw: [8],
  mulaw: [8],
};
const UNSUPPORTED: Readonly<Record<number, string>> = {
  0x02: 'Microsoft ADPCM',
  0x11: 'IMA ADPCM',
  0x31: 'GSM 6.10',
  0x50: 'MPEG',
  0x55: 'MP3',
};
const UNKNOWN_SIZE = 0xffffffff;
/** Hz. */
export const MIN_RATE = 8000;
const MAX_RATE = 192000;

function badWav(reason: Phrase): PronError {
  return new PronError('PRON_BAD_WAV', { reason });
}

function fourCharacters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Names what a buffer that is no WAV seems to hold, for an error message. */
export function describeBytes(bytes: Uint8Array): Phrase {
  if (bytes.length === 0) return phrase('emptyBuffer');
  const start = fourCharacters(bytes, 0);
  if (start === 'fLaC') return phrase('flacFile');
  if (start === 'OggS') return phrase('oggFile');
  if (start.startsWith('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return phrase('mp3File');
  if (bytes.length >= 12 && start === 'RIFF') return phrase('riffFile', { type: fourCharacters(bytes, 8).trim() });
  const head = bytes.subarray(0, 64);
  const isText = head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  if (isText) return phrase('textBytes', { text: Buffer.from(head).toString('utf8').trim().slice(0, 20) });
  return phrase('otherBytes', { bytes: bytes.length });
}

function readFormat(view: DataView, at: number, size: number, littleEndian: boolean): Format {
  if (size < 16) throw badWav(phrase('wavShortFormat', { bytes: size }));
  const format = {
    tag: view.getUint16(at, littleEndian),
    channels: view.getUint16(at + 2, littleEndian),
    sampleRate: view.getUint32(at + 4, littleEndian),
    blockAlign: view.getUint16(at + 12, littleEndian),
    bitDepth: view.getUint16(at + 14, littleEndian),
  };
  // The extensible format keeps the true tag in the first two bytes of its sub-format GUID.
  if (format.tag !== EXTENSIBLE || size < 26) return format;
  return { ...format, tag: view.getUint16(at + 24, littleEndian) };
}

function checkFormat(format: Format): SampleEncoding {
  const { tag, channels, sampleRate, bitDepth, blockAlign } = format;
  const encoding = ENCODINGS[tag];
  if (encoding === undefined) {
    throw badWav(phrase('wavUnsupported', { format: UNSUPPORTED[tag] ?? `0x${tag.toString(16)}` }));
  }
  if (channels === 0) throw badWav(phrase('wavNoChannels'));
  if (!DEPTHS[encoding].includes(bitDepth)) throw badWav(phrase('wavDepth', { bits: bitDepth, encoding }));
  if (sampleRate < MIN_RATE || sampleRate > MAX_RATE) {
    throw badWav(phrase('wavRate', { rate: sampleRate, min: MIN_RATE, max: MAX_RATE }));
  }
  if (blockAlign !== 0 && blockAlign !== channels * (bitDepth / 8)) {
    throw badWav(phrase('wavFrame', { bytes: blockAlign, channels, bits: bitDepth }));
  }
  return encoding;
}

/**
 * Walks the chunks of a RIFF, RIFX, RF64 or BW64 file up to its samples.
 *
 * Pipes leave lengths of 0, 0x80000024 or 0xFFFFFFFF behind, and a broken copy is shorter than it says: a data
 * chunk of length 0, or one that reaches past the end, is taken to last until the end of the bytes.
 * @throws PronError PRON_NOT_AUDIO where it is no WAV at all, PRON_BAD_WAV where it can't be read.
 */
export function readWavHeader(bytes: Uint8Array): WavHeader {
  const container = bytes.length < 4 ? '' : fourCharacters(bytes, 0);
  if (!['RIFF', 'RIFX', 'RF64', 'BW64'].includes(container)) {
    throw new PronError('PRON_NOT_AUDIO', { found: describeBytes(bytes) });
  }
  if (bytes.length < 12) throw badWav(phrase('wavCutHeader'));
  if (fourCharacters(bytes, 8) !== 'WAVE') throw new PronError('PRON_NOT_AUDIO', { found: describeBytes(bytes) });

  const littleEndian = container !== 'RIFX';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: Format | undefined;
  let longDataSize: number | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = fourCharacters(bytes, at);
    const size = view.getUint32(at + 4, littleEndian);
    const start = at + 8;
    if (id === 'data') {
      if (format === undefined) throw badWav(phrase('wavDataFirst'));
      const encoding = checkFormat(format);
      const rest = bytes.length - start;
      const claimed = size === UNKNOWN_SIZE && longDataSize !== undefined ? longDataSize : size;
      const length = claimed === 0 || claimed > rest ? rest : claimed;
      const frames = Math.floor(length / (format.channels * (format.bitDepth / 8)));
      if (frames === 0) throw badWav(phrase('wavNoSamples'));
      const { channels, sampleRate, bitDepth } = format;
      return { encoding, channels, sampleRate, bitDepth, littleEndian, dataStart: start, frames };
    }
    if (id === 'fmt ') format = readFormat(view, start, Math.min(size, bytes.length - start), littleEndian);
    // RF64 keeps the length of its samples, too large for 32 bits, in this chunk.
    if (id === 'ds64' && start + 16 <= bytes.length) longDataSize = Number(view.getBigUint64(start + 8, littleEndian));
    at = start + size + (size % 2);
  }
  if (format !== undefined) checkFormat(format);
  throw badWav(phrase(format === undefined ? 'wavNoFormat' : 'wavNoSamples'));
}
