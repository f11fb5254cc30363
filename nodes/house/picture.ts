/** A picture of two recordings has some 100 kB. */
const MAX_PICTURE_BYTES = 2_000_000;

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Whether a value is a PNG of a size that a broker takes. */
export function isReadablePng(value: unknown): value is Buffer {
  return Buffer.isBuffer(value) && value.length <= MAX_PICTURE_BYTES && value.subarray(0, PNG_START.length).equals(PNG_START);
}
