import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Entry } from './manifest';

/** Numbers and their shape, row-major. */
export interface Values {
  readonly data: Float32Array | Uint8Array | Float64Array;
  readonly shape: readonly number[];
}

/** Reads a NumPy .npy file of version 1 in C order: float32 or uint8. */
export function readNpy(path: string): Values {
  const bytes = readFileSync(path);
  const headerLength = bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, 10 + headerLength);
  const shape = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '').split(',').filter((part) => part.trim() !== '').map(Number);
  const body = bytes.subarray(10 + headerLength);
  if (header.includes("'|u1'")) return { data: new Uint8Array(body), shape };
  if (!header.includes("'<f4'")) throw new Error(`${path}: ${header}`);
  const data = new Float32Array(body.length / 4);
  for (let i = 0; i < data.length; i++) data[i] = body.readFloatLE(4 * i);
  return { data, shape };
}

/** Reads an 8-bit PNG; `channels` of its colours are kept (1 for gray). */
export function readPng(path: string, channels: number): Values {
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  const pixels = new Uint8Array(width * height * channels);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < channels; c++) pixels[i * channels + c] = data[4 * i + c] ?? 0;
  }
  return { data: pixels, shape: channels === 1 ? [height, width] : [height, width, channels] };
}

/** What is stored for an entry, if it is an array. */
export function readStored(root: string, entry: Entry): Values | undefined {
  if (entry.file !== undefined) return readNpy(join(root, entry.file));
  if (entry.png !== undefined) return readPng(join(root, entry.png), entry.shape?.[2] ?? 1);
  return undefined;
}

/** Cuts `slice` (`[a:b]` of a row, or `[:,a:b]` of a matrix's columns) out of `values`. */
export function cut(values: Values, slice: string): Values {
  const row = /^\[(\d+):(\d+)\]/.exec(slice);
  if (row !== null) {
    const data = values.data.slice(Number(row[1]), Number(row[2]));
    return { data, shape: [data.length] };
  }
  const columns = /^\[:,(\d+):(\d+)\]/.exec(slice);
  const [rows = 0, width = 0] = values.shape;
  if (columns === null) throw new Error(`Unknown slice ${slice}`);
  const from = Number(columns[1]);
  const to = Math.min(width, Number(columns[2]));
  const data = new Float64Array(rows * (to - from));
  for (let r = 0; r < rows; r++) {
    data.set(values.data.subarray(r * width + from, r * width + to), r * (to - from));
  }
  return { data, shape: [rows, to - from] };
}
