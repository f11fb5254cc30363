/** The content of a format chunk. */
export interface Format {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly blockAlign: number;
  readonly bits: number;
  /** The extensible form: the tag is in a GUID at the end of the chunk. */
  readonly isExtensible: boolean;
}

export const PCM = 1;
export const FLOAT = 3;
export const A_LAW = 6;
export const MU_LAW = 7;

/** Every format that the reader accepts: tag and bits. */
export const READABLE: readonly (readonly [tag: number, bits: number])[] = [
  [PCM, 8], [PCM, 16], [PCM, 24], [PCM, 32], [FLOAT, 32], [FLOAT, 64], [A_LAW, 8], [MU_LAW, 8],
];

const EXTENSIBLE = 0xfffe;
/** The last fourteen bytes of the GUIDs of all formats that have a tag. */
const GUID_TAIL = Buffer.from('000000001000800000aa00389b71', 'hex');

/** The body of a format chunk. */
export function formatChunk(format: Format, isBigEndian: boolean): Buffer {
  const { tag, channels, sampleRate, blockAlign, bits, isExtensible } = format;
  const body = Buffer.alloc(isExtensible ? 40 : 16);
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  view.setUint16(0, isExtensible ? EXTENSIBLE : tag, !isBigEndian);
  view.setUint16(2, channels, !isBigEndian);
  view.setUint32(4, sampleRate, !isBigEndian);
  view.setUint32(8, sampleRate * blockAlign, !isBigEndian);
  view.setUint16(12, blockAlign, !isBigEndian);
  view.setUint16(14, bits, !isBigEndian);
  if (isExtensible) {
    view.setUint16(16, 22, !isBigEndian);
    view.setUint16(18, bits, !isBigEndian);
    view.setUint16(24, tag, !isBigEndian);
    GUID_TAIL.copy(body, 26);
  }
  return body;
}

/** Mono samples in all channels of a format. Formats that do not exist get about the right number of bytes. */
export function samplesAs(samples: Float32Array, { tag, channels, bits }: Format, isBigEndian: boolean): Buffer {
  const bytes = Math.min(8, Math.max(1, Math.ceil(bits / 8)));
  const body = Buffer.alloc(samples.length * channels * bytes);
  let at = 0;
  for (const sample of samples) {
    for (let c = 0; c < channels; c++, at += bytes) writeSample(body, at, sample, tag, bits, isBigEndian);
  }
  return body;
}

function writeSample(body: Buffer, at: number, sample: number, tag: number, bits: number, isBigEndian: boolean): void {
  if (tag === FLOAT && bits === 32) {
    body.writeFloatLE(sample, at);
    if (isBigEndian) body.subarray(at, at + 4).reverse();
  } else if (tag === FLOAT && bits === 64) {
    body.writeDoubleLE(sample, at);
    if (isBigEndian) body.subarray(at, at + 8).reverse();
  } else if (bits === 8) {
    body.writeUInt8(Math.round(127.5 + 127 * limited(sample)), at);
  } else if (bits === 16 || bits === 24 || bits === 32) {
    const value = Math.round(limited(sample) * (2 ** (bits - 1) - 1));
    if (isBigEndian) body.writeIntBE(value, at, bits / 8);
    else body.writeIntLE(value, at, bits / 8);
  }
}

function limited(sample: number): number {
  return Math.min(1, Math.max(-1, sample));
}
