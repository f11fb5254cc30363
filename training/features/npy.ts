import { open, type FileHandle } from 'node:fs/promises';

/** Long enough for any shape, so that the header can be written again when the number of rows is known. */
const HEADER_BYTES = 128;

/** NumPy's names of little-endian float32 and of unsigned 8-bit numbers. */
export type NpyType = '<f4' | '|u1';
type Values = Float32Array | Uint8Array;

/** A NumPy .npy file (version 1, C order) that grows by rows. */
export interface NpyWriter {
  /** Rows written so far. */
  readonly rows: number;
  /** Appends whole rows. */
  append(values: Values): Promise<void>;
  close(): Promise<void>;
}

/** Starts an array of shape (rows, ...`rowShape`) at `path`. Overwrites an older file. */
export async function createNpy(path: string, rowShape: readonly number[], type: NpyType = '<f4'): Promise<NpyWriter> {
  const file = await open(path, 'w');
  const size = rowShape.reduce((product, length) => product * length, 1);
  let rows = 0;
  await writeAll(file, npyHeader([0, ...rowShape], type), 0);
  return {
    get rows() {
      return rows;
    },
    async append(values) {
      if (values.length % size !== 0) throw new RangeError(`${values.length} values are no rows of ${size}`);
      await writeAll(file, littleEndian(values), HEADER_BYTES + rows * size * values.BYTES_PER_ELEMENT);
      rows += values.length / size;
    },
    async close() {
      await writeAll(file, npyHeader([rows, ...rowShape], type), 0);
      await file.close();
    },
  };
}

/** Header of an array, as described in NumPy's `numpy.lib.format`. */
function npyHeader(shape: readonly number[], type: NpyType): Buffer {
  const text = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape.join(', ')}), }`;
  const header = Buffer.alloc(HEADER_BYTES, ' ');
  header.write('\x93NUMPY\x01\x00', 0, 'latin1');
  header.writeUInt16LE(HEADER_BYTES - 10, 8);
  header.write(text, 10, 'latin1');
  header.write('\n', HEADER_BYTES - 1, 'latin1');
  return header;
}

/** The bytes of an array. They are little-endian on all machines that run Node.js today. */
function littleEndian(values: Values): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
