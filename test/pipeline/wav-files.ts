/** The fields of a WAV's header that a test wants to get wrong. */
export interface WavFields {
  readonly container?: string;
  readonly tag?: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly bits?: number;
  readonly blockAlign?: number;
  readonly riffSize?: number;
  readonly dataSize?: number;
  /** Chunks between `fmt ` and `data`. */
  readonly extra?: Buffer;
  /** Sub-format tag of the extensible format. */
  readonly subFormat?: number;
}

export function chunk(id: string, body: Buffer, size: number = body.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 0, 'latin1');
  head.writeUInt32LE(size, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A WAV of `data` bytes, 16-bit mono at 16 kHz unless `fields` say otherwise. */
export function wavFile(data: Buffer, fields: WavFields = {}): Buffer {
  const { container = 'RIFF', channels = 1, sampleRate = 16000, bits = 16, subFormat } = fields;
  const format = Buffer.alloc(subFormat === undefined ? 16 : 40);
  const blockAlign = fields.blockAlign ?? (channels * bits) >> 3;
  format.writeUInt16LE(fields.tag ?? (subFormat === undefined ? 1 : 0xfffe), 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE((sampleRate * blockAlign) >>> 0, 8);
  format.writeUInt16LE(blockAlign, 12);
  format.writeUInt16LE(bits, 14);
  if (subFormat !== undefined) {
    format.writeUInt16LE(22, 16);
    format.writeUInt16LE(subFormat, 24);
  }
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    fields.extra ?? Buffer.alloc(0),
    chunk('data', data, fields.dataSize ?? data.length),
  ]);
  return chunk(container, body, fields.riffSize ?? body.length);
}

/** Little-endian 16-bit samples. */
export function int16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeInt16LE(value, 2 * i));
  return bytes;
}
