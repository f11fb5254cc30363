export interface OddWav {
  readonly format?: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly bits?: number;
  readonly data?: Buffer;
  /** What the header claims; by default what is there. */
  readonly riffLength?: number;
  readonly dataLength?: number;
}

/** A RIFF WAVE file with a header of any kind, right or wrong. */
export function oddWav(options: OddWav = {}): Buffer {
  const { format = 1, channels = 1, sampleRate = 16000, bits = 16, data = Buffer.alloc(3200) } = options;
  const frameBytes = channels * Math.ceil(bits / 8);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(options.riffLength ?? data.length + 36, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(bits, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(options.dataLength ?? data.length, 40);
  return Buffer.concat([header, data]);
}
