import { crc32 } from './crc32';

/** A file of an archive. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;
const VERSION = 20;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Beyond these sizes an archive needs ZIP64. */
const MOST_BYTES = 0xffffffff;
const MOST_FILES = 0xffff;

/**
 * An archive in the ZIP format (APPNOTE 6.3) that stores its files as they are: WAV files hardly get smaller.
 * @param when date of all its files
 * @throws RangeError beyond 65,535 files or 4 GiB
 */
export function zipFile(entries: readonly ZipEntry[], when: Date): Uint8Array {
  const files = entries.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes, crc: crc32(bytes) }));
  const size = files.reduce((sum, { name, bytes }) => sum + LOCAL_BYTES + CENTRAL_BYTES + 2 * name.length + bytes.length, END_BYTES);
  if (files.length > MOST_FILES || size > MOST_BYTES) throw new RangeError('The archive is too large.');
  const out = writer(new Uint8Array(size));
  const starts: number[] = [];
  const facts = ({ name, bytes, crc }: (typeof files)[number]): void => {
    out.u16(VERSION, UTF8_NAMES, 0, ...dosTime(when));
    out.u32(crc, bytes.length, bytes.length);
    out.u16(name.length, 0);
  };
  for (const file of files) {
    starts.push(out.at());
    out.u32(0x04034b50);
    facts(file);
    out.bytes(file.name);
    out.bytes(file.bytes);
  }
  const directory = out.at();
  files.forEach((file, i) => {
    out.u32(0x02014b50);
    out.u16(VERSION);
    facts(file);
    out.u16(0, 0, 0);
    out.u32(0, starts[i] as number);
    out.bytes(file.name);
  });
  const directoryBytes = out.at() - directory;
  out.u32(0x06054b50);
  out.u16(0, 0, files.length, files.length);
  out.u32(directoryBytes, directory);
  out.u16(0);
  return out.all;
}

/** Writes little-endian numbers one after the other. */
function writer(all: Uint8Array) {
  const view = new DataView(all.buffer);
  let at = 0;
  return {
    all,
    at: () => at,
    u16: (...values: readonly number[]): void => {
      for (const value of values) {
        view.setUint16(at, value, true);
        at += 2;
      }
    },
    u32: (...values: readonly number[]): void => {
      for (const value of values) {
        view.setUint32(at, value, true);
        at += 4;
      }
    },
    bytes: (bytes: Uint8Array): void => {
      all.set(bytes, at);
      at += bytes.length;
    },
  };
}

/** Time and date as DOS has them, which begin in 1980. */
function dosTime(when: Date): readonly [number, number] {
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  const date = (Math.max(0, when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  return [time, date];
}
