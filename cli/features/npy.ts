import { open, type FileHandle } from 'node:fs/promises';

/** Long enough for any shape, so that the header can be written again when the number of rows is known. */
const HEADER_BYTES = 128;

/** A NumPy .npy file (version 1, little-endian float32, C order) that grows by rows. */
export interface NpyWriter {
  /** Rows written so far. */
  readonly rows: number;
  /** Appends whole rows: a multiple of `columns` values. */
  append(values: Float32Array): Promise<void>;
  close(): Promise<void>;
}

/** Starts a two-dimensional array of `columns` columns at `path`; an older file is overwritten. */
export async function createNpy(path: string, columns: number): Promise<NpyWriter> {
  const file = await open(path, 'w');
  let rows = 0;
  await writeAll(file, npyHeader(0, columns), 0);
  return {
    get rows() {
      return rows;
    },
    async append(values) {
      if (values.length % columns !== 0) throw new RangeError(`${values.length} values are no rows of ${columns}`);
      await writeAll(file, littleEndian(values), HEADER_BYTES + rows * columns * 4);
      rows += values.length / columns;
    },
    async close() {
      await writeAll(file, npyHeader(rows, columns), 0);
      await file.close();
    },
  };
}

/** Header of a float32 array, as described in NumPy's `numpy.lib.format`. */
export function npyHeader(rows: number, columns: number): Buffer {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const header = Buffer.alloc(HEADER_BYTES, ' ');
  header.write('\x93NUMPY\x01\x00', 0, 'latin1');
  header.writeUInt16LE(HEADER_BYTES - 10, 8);
  header.write(text, 10, 'latin1');
  header.write('\n', HEADER_BYTES - 1, 'latin1');
  return header;
}

/** All machines that run Node.js today are little-endian: the array's own bytes. */
function littleEndian(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
