import { phrase } from '../../base/errors';
import { badWav, readFormat, type WavFormat } from './format';

/** One WAV in a run of bytes: its format, and where its samples lie. */
export interface Riff {
  readonly format: WavFormat;
  readonly littleEndian: boolean;
  /** First byte of the samples. */
  readonly start: number;
  /** Bytes of the samples that are really there. */
  readonly length: number;
}

const CONTAINERS = ['RIFF', 'RIFX', 'RF64', 'BW64'];
/** Bytes of a container's name, its length and `WAVE`. */
export const RIFF_BYTES = 12;
const UNKNOWN_SIZE = 0xffffffff;
/** Lengths from here on are what pipes and interrupted recorders leave behind. */
const BOGUS_SIZE = 0x7f000000;

export function fourCharacters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Whether a container's name stands at `at`. */
export function isContainer(bytes: Uint8Array, at: number): boolean {
  return CONTAINERS.includes(fourCharacters(bytes, at));
}

/** Where the next WAV begins, from `from` on, or -1: a container's name, any length, `WAVE`. */
export function nextRiff(bytes: Uint8Array, from: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf('WAVE', from + 8, 'latin1'); at >= 0; at = buffer.indexOf('WAVE', at + 4, 'latin1')) {
    if (isContainer(bytes, at - 8)) return at - 8;
  }
  return -1;
}

/**
 * Walks the chunks of the WAV at `at`, which ends at `end` at the latest, up to its samples.
 *
 * Pipes leave lengths of 0, 0x80000024 or 0xFFFFFFFF behind, and a broken copy is shorter than it says: a data chunk of
 * length 0, or one that reaches past the end, is taken to last until the end of the bytes, and so is one that is shorter
 * than what follows it where that is no chunk. Where a chunk's length leads nowhere, the format and the samples are looked for by their names.
 * @throws PronError PRON_BAD_WAV
 */
export function readRiff(bytes: Uint8Array, at: number, end: number): Riff {
  const littleEndian = fourCharacters(bytes, at) !== 'RIFX';
  const view = new DataView(bytes.buffer, bytes.byteOffset, end);
  const first = at + RIFF_BYTES;
  const found = walk(bytes, view, first, littleEndian);
  const formatAt = found.format ?? search(bytes, view, 'fmt ', first, littleEndian);
  if (formatAt === undefined) throw badWav(phrase(found.data === undefined ? 'wavNoFormat' : 'wavDataFirst'));
  const formatSize = Math.min(view.getUint32(formatAt + 4, littleEndian), end - formatAt - 8);
  const format = readFormat(view, formatAt + 8, formatSize, littleEndian);
  const dataAt = found.data ?? search(bytes, view, 'data', formatAt + 8, littleEndian);
  if (dataAt === undefined) throw badWav(phrase('wavNoSamples'));
  const start = dataAt + 8;
  const size = view.getUint32(dataAt + 4, littleEndian);
  const claimed = size === UNKNOWN_SIZE && found.longSize !== undefined ? found.longSize : size;
  const rest = end - start;
  // A recorder that was interrupted has told the length of its first part only: more follows, and no chunk.
  const isCutShort = rest - claimed > claimed && !isChunk(bytes, view, start + claimed + (claimed % 2), littleEndian);
  return { format, littleEndian, start, length: claimed === 0 || claimed > rest || isCutShort ? rest : claimed };
}

/** Places of the chunks that matter. */
interface Found {
  readonly format?: number;
  readonly data?: number;
  /** RF64 keeps the length of its samples, too large for 32 bits, in a chunk of its own. */
  readonly longSize?: number;
}

function walk(bytes: Uint8Array, view: DataView, first: number, littleEndian: boolean): Found {
  let found: Found = {};
  for (let at = first; at + 8 <= view.byteLength; ) {
    const id = fourCharacters(bytes, at);
    if (id === 'data') return { ...found, data: at };
    if (id === 'fmt ') found = { ...found, format: at };
    if (id === 'ds64' && at + 24 <= view.byteLength) found = { ...found, longSize: Number(view.getBigUint64(at + 16, littleEndian)) };
    const size = view.getUint32(at + 4, littleEndian);
    const next = at + 8 + size;
    // A chunk of odd length is followed by a pad byte, which some programs forget.
    const isPadForgotten = isChunk(bytes, view, next, littleEndian) && !isChunk(bytes, view, next + 1, littleEndian);
    at = size % 2 === 1 && !isPadForgotten ? next + 1 : next;
  }
  return found;
}

/** Whether a chunk can begin here: a name that can be read, and a length that ends within the file. */
function isChunk(bytes: Uint8Array, view: DataView, at: number, littleEndian: boolean): boolean {
  if (at + 8 > view.byteLength) return false;
  const id = fourCharacters(bytes, at);
  return /^[\x20-\x7e]{4}$/.test(id) && (id === 'data' || view.getUint32(at + 4, littleEndian) <= view.byteLength - at - 8);
}

/** The first place where a chunk's name stands with a length that can be true. */
function search(bytes: Uint8Array, view: DataView, id: string, from: number, littleEndian: boolean): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, view.byteLength);
  for (let at = buffer.indexOf(id, from, 'latin1'); at >= 0 && at + 8 <= buffer.length; at = buffer.indexOf(id, at + 1, 'latin1')) {
    const size = view.getUint32(at + 4, littleEndian);
    if (size <= buffer.length - at - 8 || size >= BOGUS_SIZE) return at;
  }
  return undefined;
}
