/** A chunk of a RIFF file; `size` is what its header claims, by default the length of its body. */
export interface Chunk {
  readonly id: string;
  readonly body: Buffer;
  readonly size?: number;
}

/** The parts of a RIFF file, so that each can be changed alone. */
export interface Riff {
  /** RIFF, RIFX (big-endian), RF64, BW64, or any other text. */
  readonly container: string;
  readonly type: string;
  /** What the header claims, by default the true length. */
  readonly size?: number;
  readonly chunks: readonly Chunk[];
}

/** The file's bytes, with the sizes that it claims, right or wrong. A chunk of odd length is followed by a zero byte. */
export function bytesOf({ container, type, size, chunks }: Riff): Buffer {
  const word = wordOf(container);
  const parts = chunks.flatMap(({ id, body, size: claimed }) => {
    const padding = Buffer.alloc(body.length % 2);
    return [name(id), word(claimed ?? body.length), body, padding];
  });
  const body = Buffer.concat([name(type), ...parts]);
  return Buffer.concat([name(container), word(size ?? body.length), body]);
}

/** Writes a 32-bit number in the byte order of the container. */
export function wordOf(container: string): (value: number) => Buffer {
  return (value) => {
    const bytes = Buffer.alloc(4);
    if (container === 'RIFX') bytes.writeUInt32BE(value >>> 0);
    else bytes.writeUInt32LE(value >>> 0);
    return bytes;
  };
}

function name(id: string): Buffer {
  return Buffer.from(id.padEnd(4).slice(0, 4), 'latin1');
}
