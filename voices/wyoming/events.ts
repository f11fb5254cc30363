/** A message of the Wyoming protocol: a JSON line, then JSON of `data_length` bytes and `payload_length` bytes of sound. */
export interface WyomingEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly payload: Buffer;
}

/** Thrown for bytes that are not of the protocol. */
export class WyomingFault extends Error {}

/** Limits of one event, bytes. The list of a server with hundreds of voices has 100 kB. */
const MAX_LINE = 1_000_000;
const MAX_DATA = 4_000_000;
const MAX_PAYLOAD = 4_000_000;

export function wyomingBytes(type: string, data: object): Buffer {
  const json = Buffer.from(JSON.stringify(data), 'utf8');
  const line = `${JSON.stringify({ type, version: '1.5.0', data_length: json.length })}\n`;
  return Buffer.concat([Buffer.from(line, 'utf8'), json]);
}

interface Head {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly dataLength: number;
  readonly payloadLength: number;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // The fault below covers it.
  }
  throw new WyomingFault('no JSON object');
}

function lengthIn(value: unknown, limit: number): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limit) return value;
  throw new WyomingFault('a wrong length');
}

function headOf(line: string): Head {
  const { type, data, data_length: dataLength, payload_length: payloadLength } = objectIn(line);
  if (typeof type !== 'string') throw new WyomingFault('no type');
  const inline = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return { type, data: inline, dataLength: lengthIn(dataLength, MAX_DATA), payloadLength: lengthIn(payloadLength, MAX_PAYLOAD) };
}

/**
 * Returns a reader of events from the pieces of a TCP stream, wherever they are split.
 * @returns the events that are complete with this piece. @throws WyomingFault
 */
export function wyomingReader(): (piece: Buffer) => WyomingEvent[] {
  const waiting: Buffer[] = [];
  let size = 0;
  let head: Head | undefined;

  /** The first `length` bytes, which are there. Pieces are joined only here, and only where there are several, so that small
   *  events cost no copies. */
  function take(length: number): Buffer {
    const [only] = waiting;
    const all = waiting.length === 1 && only !== undefined ? only : Buffer.concat(waiting, size);
    waiting.length = 0;
    if (length < all.length) waiting.push(all.subarray(length));
    size = all.length - length;
    return all.subarray(0, length);
  }

  function lineLength(): number | undefined {
    let before = 0;
    for (const piece of waiting) {
      const at = piece.indexOf(0x0a);
      if (at >= 0) return before + at + 1;
      before += piece.length;
    }
    if (before > MAX_LINE) throw new WyomingFault('no line');
    return undefined;
  }

  return (piece) => {
    waiting.push(piece);
    size += piece.length;
    const events: WyomingEvent[] = [];
    for (;;) {
      if (head === undefined) {
        const length = lineLength();
        if (length === undefined) return events;
        head = headOf(take(length).toString('utf8'));
      }
      const { type, dataLength, payloadLength } = head;
      if (size < dataLength + payloadLength) return events;
      const more = dataLength === 0 ? {} : objectIn(take(dataLength).toString('utf8'));
      events.push({ type, data: { ...head.data, ...more }, payload: take(payloadLength) });
      head = undefined;
    }
  };
}
