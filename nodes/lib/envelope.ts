import type { NodeMessage } from 'node-red';

import { MAX_WAV_BYTES } from '../../pipeline/wav';
import { isPlainObject, pronunciationOf } from './facts';
import { isMarked } from './recording';

/** The facts that a sender may give as single user properties. */
const NAMES = ['role', 'session', 'text', 'language'] as const;

/**
 * MQTT, HTTP and files transport only the payload. The facts may then come in two ways. Both are moved to
 * `msg.pronunciation`:
 * - in an envelope, `{"pronunciation": {...}, "payload": ...}`, as an object, as JSON text or as the bytes of that text;
 * - in the user properties of MQTT 5: `pronunciation` as JSON, or role, session, text and language one by one. Facts that
 *   are already in `msg.pronunciation` have priority. After a stage has worked on the message, the properties are ignored.
 */
export function openEnvelope(msg: NodeMessage): void {
  const envelope = envelopeIn(msg.payload);
  if (envelope !== undefined) {
    msg.payload = envelope.payload;
    msg.pronunciation = { ...pronunciationOf(msg), ...envelope.pronunciation };
  }
  if (!isPlainObject(msg.userProperties) || isMarked(msg)) return;
  const facts = factsIn(msg.userProperties);
  if (Object.keys(facts).length > 0) msg.pronunciation = { ...facts, ...pronunciationOf(msg) };
}

interface Envelope {
  readonly payload: unknown;
  readonly pronunciation: Readonly<Record<string, unknown>>;
}

function envelopeIn(payload: unknown): Envelope | undefined {
  const object = jsonOf(payload) ?? payload;
  if (!isPlainObject(object) || !('payload' in object)) return undefined;
  const { payload: inner, pronunciation } = object;
  return isPlainObject(pronunciation) ? { payload: inner, pronunciation } : undefined;
}

function jsonOf(value: unknown): unknown {
  const isBytes = Buffer.isBuffer(value) && value[0] === '{'.charCodeAt(0);
  const isText = typeof value === 'string' && value.startsWith('{');
  if ((!isBytes && !isText) || value.length > MAX_WAV_BYTES || !value.includes('"pronunciation"')) return undefined;
  return parsed(value.toString());
}

function factsIn(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const all = typeof properties['pronunciation'] === 'string' ? parsed(properties['pronunciation']) : undefined;
  const named = Object.fromEntries(NAMES.filter((name) => typeof properties[name] === 'string').map((name) => [name, properties[name]]));
  return { ...(isPlainObject(all) && all), ...named };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // not JSON, so there are no facts in it
  }
}
