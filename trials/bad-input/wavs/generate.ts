import { pick, type Random } from '../../../base/random';
import { between, damaged } from '../bytes';
import { FLOAT, formatChunk, PCM, READABLE, samplesAs, type Format } from './encoding';
import { bytesOf, type Chunk, type Riff } from './riff';
import { soundOf } from './sound';

export interface OddWav {
  readonly bytes: Buffer;
  /** How it was changed. */
  readonly how: string;
}

interface Parts {
  readonly riff: Riff;
  readonly format: Format;
  readonly samples: Float32Array;
}

/** Changes one part, and leaves the other parts correct. */
type Change = (parts: Parts, random: Random) => Riff;

const RATES = [8000, 8001, 11025, 16000, 22050, 44100, 44099, 48000, 96000, 192000];
const LENGTHS = [0, 1, 2, 15, 16, 17, 0x7fffffff, 0x80000000, 0x80000024, 0xfffffffe, 0xffffffff];
/** In all channels together. */
const MAX_VALUES = 24_000;
const ODD_FLOATS = [NaN, Infinity, -Infinity, 3.4e38, -3.4e38, 1e30, 1e19, 1e9, 32768, 1e-45, -0];

function formatOf(random: Random): Format {
  const [tag, bits] = pick(READABLE, random);
  const channels = pick([1, 1, 1, 2, 2, 3, 6, 32], random);
  return { tag, bits, channels, sampleRate: pick(RATES, random), blockAlign: (channels * bits) / 8, isExtensible: random() < 0.3 };
}

function riffOf(container: string, format: Format, samples: Float32Array): Riff {
  const isBigEndian = container === 'RIFX';
  const chunks = [
    { id: 'fmt ', body: formatChunk(format, isBigEndian) },
    { id: 'data', body: samplesAs(samples, format, isBigEndian) },
  ];
  return { container, type: 'WAVE', chunks };
}

function withFormat({ riff, format, samples }: Parts, change: Partial<Format>): Riff {
  return riffOf(riff.container, { ...format, ...change }, samples);
}

function withChunk(riff: Riff, index: number, change: Partial<Chunk>): Riff {
  return { ...riff, chunks: riff.chunks.map((chunk, i) => (i === index ? { ...chunk, ...change } : chunk)) };
}

/** Broadcast recorders write files above 4 GB like this: the length is in a chunk of its own. */
function asRf64({ riff }: Parts, random: Random): Riff {
  const length = Buffer.alloc(28);
  const dataBytes = riff.chunks[1]?.body.length ?? 0;
  length.writeBigUInt64LE(pick([BigInt(dataBytes), 0n, 1n, 2n ** 53n, 2n ** 64n - 1n], random), 8);
  const [fmt, data] = riff.chunks as [Chunk, Chunk]; // riffOf makes two
  const chunks = [{ id: 'ds64', body: length.subarray(0, pick([28, 16, 15, 0], random)) }, fmt, { ...data, size: 0xffffffff }];
  return { ...riff, container: pick(['RF64', 'BW64'], random), size: 0xffffffff, chunks };
}

function withOddFloats({ riff, format, samples }: Parts, random: Random): Riff {
  const copy = samples.slice();
  const odd = pick(ODD_FLOATS, random);
  const count = pick([1, 1, 10, copy.length], random);
  for (let i = 0; i < count; i++) copy[count === copy.length ? i : between(random, 0, copy.length - 1)] = odd;
  const bits = pick([32, 64], random);
  return riffOf(riff.container, { ...format, tag: FLOAT, bits, blockAlign: (format.channels * bits) / 8 }, copy);
}

const CHANGES: Readonly<Record<string, Change>> = {
  nothing: ({ riff }) => riff,
  'odd floats': withOddFloats,
  RF64: asRf64,
  'the length of the file': ({ riff }, random) => ({ ...riff, size: pick(LENGTHS, random) }),
  'the length of the samples': ({ riff }, random) => withChunk(riff, 1, { size: pick(LENGTHS, random) }),
  'the length of the format': ({ riff }, random) => withChunk(riff, 0, { size: pick(LENGTHS, random) }),
  'the format cut short': ({ riff }, random) =>
    withChunk(riff, 0, { body: (riff.chunks[0]?.body ?? Buffer.alloc(0)).subarray(0, between(random, 0, 26)) }),
  'samples cut short': ({ riff }, random) => {
    const body = riff.chunks[1]?.body ?? Buffer.alloc(0);
    return withChunk(riff, 1, { body: body.subarray(0, between(random, 0, Math.min(40, body.length))), size: body.length });
  },
  'the sample rate': (parts, random) => withFormat(parts, { sampleRate: pick([0, 1, 7999, 8000, 192001, 0xffffffff, between(random, 8000, 192000)], random) }),
  'the channels': (parts, random) => withFormat(parts, { channels: pick([0, 4, 5, 17], random) }),
  'channels and no block': ({ riff, format, samples }, random) => {
    const channels = pick([1, 2, 255, 1000, 16384, 40000, 65535], random);
    return riffOf(riff.container, { ...format, channels, blockAlign: 0 }, samples.subarray(0, Math.ceil(20000 / channels)));
  },
  'the bits': (parts, random) => withFormat(parts, { bits: pick([0, 1, 4, 12, 17, 20, 64, 65535], random) }),
  'the block': (parts, random) => withFormat(parts, { blockAlign: pick([0, 1, 3, 65535], random) }),
  'the tag': (parts, random) => withFormat(parts, { tag: pick([0, 2, 0x11, 0x31, 0x50, 0x55, 0xfffe, 0xffff], random) }),
  'the container': ({ riff }, random) => ({ ...riff, container: pick(['RIFX', 'RF64', 'FORM', 'riff', 'fLaC', 'OggS', 'ID3 '], random) }),
  'the type': ({ riff }, random) => ({ ...riff, type: pick(['AVI ', 'wave', 'RMID', '    '], random) }),
  'more chunks': ({ riff }, random) => {
    const more = Array.from({ length: between(random, 1, 50) }, () => oddChunk(random));
    const at = between(random, 0, riff.chunks.length);
    return { ...riff, chunks: [...riff.chunks.slice(0, at), ...more, ...riff.chunks.slice(at)] };
  },
  'chunks turned round': ({ riff }) => ({ ...riff, chunks: [...riff.chunks].reverse() }),
  'two formats': ({ riff }, random) => {
    const other = formatChunk({ ...formatOf(random), tag: PCM, bits: 16 }, riff.container === 'RIFX');
    return { ...riff, chunks: [{ id: 'fmt ', body: other }, ...riff.chunks] };
  },
  'a chunk gone': ({ riff }, random) => ({ ...riff, chunks: riff.chunks.filter((_, i) => i !== between(random, 0, 1)) }),
  'bytes behind the samples': ({ riff }, random) => ({ ...riff, chunks: [...riff.chunks, oddChunk(random)] }),
};

function oddChunk(random: Random): Chunk {
  const body = Buffer.from(Array.from({ length: between(random, 0, 99) }, () => between(random, 0, 255)));
  const id = pick(['LIST', 'fact', 'bext', 'JUNK', 'data', 'fmt ', '\0\0\0\0', 'ds64'], random);
  return random() < 0.2 ? { id, body, size: pick(LENGTHS, random) } : { id, body };
}

/** A WAV with one changed part. In half of the cases bytes anywhere in the file are changed as well: half of these are samples, so
 *  that the header is still usable. */
export function oddWav(random: Random): OddWav {
  const format = formatOf(random);
  const sound = soundOf(random, format.sampleRate);
  const samples = sound.samples.subarray(0, Math.ceil(MAX_VALUES / format.channels));
  const riff = riffOf(random() < 0.1 ? 'RIFX' : 'RIFF', format, samples);
  const [how, change] = pick(Object.entries(CHANGES), random);
  const bytes = bytesOf(change({ riff, format, samples }, random));
  if (random() < 0.5) return { bytes, how: `${sound.name}: ${how}` };
  const start = random() < 0.5 ? Math.min(bytes.length, 100) : 0;
  const worse = damaged(bytes.subarray(start), random);
  return { bytes: Buffer.concat([bytes.subarray(0, start), worse.bytes]), how: `${sound.name}: ${how}, ${worse.how}` };
}

