/** A message of the Wyoming protocol: a JSON line, then JSON of `data_length` bytes and `payload_length` bytes of sound. */
export interface WyomingEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly payload: Buffer;
}

/** Thrown for bytes that are not of the protocol. */
export class WyomingFault extends Error {}

/** Limits of the parts of one event, bytes. */
export interface EventLimits {
  readonly line: number;
  readonly data: number;
  readonly payload: number;
}

/** Of a server's answers: the list of one with hundreds of voices has 100 kB. */
const ANSWER_LIMITS: EventLimits = { line: 1_000_000, data: 4_000_000, payload: 4_000_000 };

/** The bytes of an event. @param payload of an audio-chunk: samples */
export function wyomingBytes(type: string, data: object, payload: Uint8Array = new Uint8Array()): Buffer {
  const json = Buffer.from(JSON.stringify(data), 'utf8');
  const head = { type, version: '1.5.0', data_length: json.length, ...(payload.length > 0 && { payload_length: payload.length }) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), json, payload]);
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

function headOf(line: string, limits: EventLimits): Head {
  const { type, data, data_length: dataLength, payload_length: payloadLength } = objectIn(line);
  if (typeof type !== 'string') throw new WyomingFault('no type');
  const inline = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return { type, data: inline, dataLength: lengthIn(dataLength, limits.data), payloadLength: lengthIn(payloadLength, limits.payload) };
}

/**
 * Returns a reader of events from the pieces of a TCP stream, wherever they are split. What an event announces takes no memory
 * before it has come, and is refused where it is over the limits.
 * @returns the events that are complete with this piece. @throws WyomingFault
 */
export function wyomingReader(limits = ANSWER_LIMITS): (piece: Buffer) => WyomingEvent[] {
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
    if (before > limits.line) throw new WyomingFault('no line');
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
        head = headOf(take(length).toString('utf8'), limits);
      }
      const { type, dataLength, payloadLength } = head;
      if (size < dataLength + payloadLength) return events;
      const more = dataLength === 0 ? {} : objectIn(take(dataLength).toString('utf8'));
      events.push({ type, data: { ...head.data, ...more }, payload: take(payloadLength) });
      head = undefined;
    }
  };
}
