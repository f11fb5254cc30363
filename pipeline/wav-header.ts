import { isDeepStrictEqual } from 'node:util';
import { describeBytes } from './audio-format';
import { phrase, PronError, type Phrase } from '../base/errors';
import { badWav, type SampleEncoding } from './wav/format';
import { sampleLayout, type SampleLayout } from './wav/layout';
import { fourCharacters, isContainer, nextRiff, readRiff, RIFF_BYTES, type Riff } from './wav/riff';

/** What a WAV's header says, after its claims have been checked against the bytes that are there. */
export interface WavHeader {
  readonly encoding: SampleEncoding;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bitDepth: number;
  readonly littleEndian: boolean;
  readonly layout: SampleLayout;
  /** Whole frames (one sample of each channel) that are really there. */
  readonly frames: number;
  /** Where the samples lie: several stretches where a recorder wrote a header for each piece. */
  readonly pieces: readonly Piece[];
}

/** Bytes from `start` up to, not including, `end`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const HEADER_BYTES = 44;
/** Junk before the header: a few zeros, a line of text, a part of a form. A tag may hold a picture. */
const MAX_JUNK_BYTES = 4096;

/**
 * Reads the header of a RIFF, RIFX, RF64 or BW64 file. A tag (ID3) or a little junk before it is skipped, and lengths
 * that can't be true are ignored: see `readRiff`. Several WAV files one after the other, which recorders in web pages
 * write, are one recording.
 * @throws PronError PRON_NOT_AUDIO where it is no WAV at all, PRON_BAD_WAV where it can't be read.
 */
export function readWavHeader(bytes: Uint8Array): WavHeader {
  const first = firstRiff(bytes);
  if (bytes.length < first + RIFF_BYTES) throw badWav(phrase('wavCutHeader'));
  const riffs = allRiffs(bytes, first);
  const [riff] = riffs;
  for (const other of riffs) checkSameFormat(riff, other);
  const { format, littleEndian } = riff;
  const frameBytesOf = (layout: SampleLayout): number => format.channels * layout.stride;
  const cut = (frameBytes: number): Piece[] =>
    riffs
      .map(({ start, length }) => ({ start, end: start + length - (length % frameBytes) }))
      .filter(({ start, end }) => end > start);
  const layout = sampleLayout(joined(bytes, cut(1)), format, littleEndian);
  const pieces = cut(frameBytesOf(layout));
  const frames = pieces.reduce((sum, { start, end }) => sum + (end - start) / frameBytesOf(layout), 0);
  if (frames === 0) throw badWav(phrase('wavNoSamples'));
  const { encoding, channels, sampleRate, bitDepth } = format;
  return { encoding, channels, sampleRate, bitDepth, littleEndian, layout, frames, pieces };
}

/** The pieces in one run of bytes; not copied where there is only one. */
export function joined(bytes: Uint8Array, pieces: readonly Piece[]): Uint8Array {
  const parts = pieces.map(({ start, end }) => bytes.subarray(start, end));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}

/** Where the header begins. @throws PronError PRON_NOT_AUDIO */
function firstRiff(bytes: Uint8Array): number {
  if (isContainer(bytes, 0) && (bytes.length < RIFF_BYTES || fourCharacters(bytes, 8) === 'WAVE')) return 0;
  const found = describeBytes(bytes);
  const mayFollow = found.phrase === 'mp3File' ? bytes : bytes.subarray(0, MAX_JUNK_BYTES);
  const isOther = !['mp3File', 'textBytes', 'otherBytes'].includes(found.phrase);
  const at = isOther ? -1 : nextRiff(mayFollow, 0);
  if (at < 0) throw new PronError('PRON_NOT_AUDIO', { found });
  return at;
}

/** A header at the very end, with nothing behind it, belongs to a piece that was never written. */
function allRiffs(bytes: Uint8Array, first: number): [Riff, ...Riff[]] {
  const starts: number[] = [];
  for (let at = nextRiff(bytes, first + RIFF_BYTES); at >= 0; at = nextRiff(bytes, at + RIFF_BYTES)) starts.push(at);
  const ends = [...starts.slice(1), bytes.length];
  const later = starts.map((at, i) => ({ at, end: ends[i] as number })).filter(({ at, end }) => end - at > HEADER_BYTES);
  try {
    return [readRiff(bytes, first, starts[0] ?? bytes.length), ...later.map(({ at, end }) => readRiff(bytes, at, end))];
  } catch (error) {
    const reason = error instanceof PronError ? error.details['reason'] : undefined;
    throw later.length === 0 || reason === undefined ? error : badWav(phrase('wavPiece', { reason }));
  }
}

/** @throws PronError PRON_BAD_WAV: pieces of different formats are no recording */
function checkSameFormat(first: Riff, other: Riff): void {
  if (isDeepStrictEqual([first.format, first.littleEndian], [other.format, other.littleEndian])) return;
  throw badWav(phrase('wavPieces', { first: inWords(first), other: inWords(other) }));
}

function inWords({ format: { encoding, channels, sampleRate, bitDepth } }: Riff): Phrase {
  return phrase('wavFormat', { bits: bitDepth, encoding, rate: sampleRate, channels });
}
