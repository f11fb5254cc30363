import { pick, type Random } from '../../base/random';
import { between, damaged } from '../bad-input/bytes';

/** Longer inputs only take more time. */
const MAX_BYTES = 4096;

/** Values that the reader compares with. */
const WORDS = ['RIFF', 'RIFX', 'RF64', 'BW64', 'WAVE', 'fmt ', 'data', 'ds64', 'LIST', 'fLaC', 'OggS', 'ID3'].map((word) => Buffer.from(word));
const NUMBERS = [0, 1, 2, 3, 6, 7, 8, 16, 24, 32, 40, 64, 0x11, 0x55, 0xfffe, 8000, 16000, 192000, 0x7fffffff, 0x80000024, 0xffffffff];

/** One of the kept inputs, changed one to four times. */
export function mutated(corpus: readonly Buffer[], random: Random): Buffer {
  // The newest inputs reached the most code.
  let bytes = pick(random() < 0.5 ? corpus.slice(-8) : corpus, random);
  const times = pick([1, 1, 2, 4], random);
  for (let i = 0; i < times; i++) bytes = changedOnce(bytes, corpus, random);
  return bytes.subarray(0, MAX_BYTES);
}

function changedOnce(bytes: Buffer, corpus: readonly Buffer[], random: Random): Buffer {
  const kind = random();
  // Mostly in the header, because the reader treats all bytes after it alike.
  const at = between(random, 0, Math.min(bytes.length, random() < 0.8 ? 64 : MAX_BYTES));
  if (kind < 0.2) return written(bytes, at, pick(WORDS, random));
  if (kind < 0.6) {
    // The fields of a header are at even positions.
    const even = at - (at % 2);
    return written(bytes, even, numberBytes(pick(NUMBERS, random), pick([1, 2, 4], random), random() < 0.2));
  }
  if (kind < 0.7) {
    const other = pick(corpus, random);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(between(random, 0, other.length))]);
  }
  return damaged(bytes, random).bytes;
}

function written(bytes: Buffer, at: number, over: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), over, bytes.subarray(at + over.length)]);
}

function numberBytes(value: number, length: number, isBigEndian: boolean): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  const part = Buffer.from(bytes.subarray(0, length));
  return isBigEndian ? part.reverse() : part;
}
