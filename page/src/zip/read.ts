import { crc32 } from './crc32';

/** Files of an archive by name, unpacked when they are asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** @throws RangeError where the file is too large, or damaged; Error where its method is not DEFLATE */
  readonly read: (name: string) => Promise<Uint8Array>;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly start: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** More than the largest list; an archive may promise a file that fills the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads the directory of a ZIP archive (APPNOTE 6.3, without ZIP64). @throws RangeError where it is cut or is none */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  while (end >= 0 && end >= bytes.length - END_BYTES - MOST_COMMENT && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('This is no ZIP archive.');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && view.getUint32(at, true) === CENTRAL; count--) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    entries.set(name, { method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedBytes: view.getUint32(at + 20, true), start: view.getUint32(at + 42, true) });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new RangeError(`The archive has no file ${name}.`);
      const start = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
      const packed = bytes.subarray(start, start + entry.packedBytes);
      if (entry.method !== STORED && entry.method !== DEFLATED) throw new Error(`${name} is packed by method ${entry.method}.`);
      const unpacked = entry.method === STORED ? packed : await inflated(packed);
      if (crc32(unpacked) !== entry.crc) throw new RangeError(`${name} is damaged.`);
      return unpacked;
    },
  };
}

async function inflated(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    size += piece.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('A file of the archive is too large.');
    }
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
