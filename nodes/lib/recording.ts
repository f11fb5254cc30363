import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { addFacts, pronunciationOf, RECORDING_MARK, type Pronunciation, type RecordingMark } from './facts';
import { fingerprintOf } from './fingerprint';

/** What describes one recording, and is wrong of any other. `heard` is the ear's. */
const FACTS_OF_RECORDING: readonly (keyof Pronunciation)[] = [
  'role', 'sampleRate', 'durationMs', 'level', 'levelNow', 'saturatedShare', 'noise', 'speech', 'words', 'heard', 'score', 'recording',
];

/** A flow has few stages; a message that goes round in a circle must not grow. */
const MAX_IDS = 20;

/** How a payload relates to the recording that the facts describe. */
export type Kinship =
  /** A stage has sent it just so. */
  | 'same'
  /** A sender wrote the facts, and they are trusted. */
  | 'unmarked'
  /** An earlier stage has sent it: the recording is the same, times and levels may not be. */
  | 'earlier'
  | 'other';

function markOf(msg: NodeMessage): RecordingMark | undefined {
  const { success, output } = v.safeParse(RECORDING_MARK, pronunciationOf(msg)['recording']);
  return success ? output : undefined;
}

/** Marks the facts of a message as those of `data`, which a stage sends. */
export function markRecording(msg: NodeMessage, data: ArrayBufferView): void {
  const { role } = pronunciationOf(msg);
  const ids = [...(markOf(msg)?.ids ?? []), fingerprintOf(data)].slice(-MAX_IDS);
  addFacts(msg, { recording: { ids, ...(typeof role === 'string' && { role }) } });
}

/** Whether a stage has marked the facts of a message. */
export function isMarked(msg: NodeMessage): boolean {
  return markOf(msg) !== undefined;
}

/**
 * Drops the facts of a message that are not those of its payload: a function node may have put another recording into the
 * message. Its role goes as well, so that it counts as a learner's, unless the sender has changed the role too. What is not
 * about a recording (session, text, language, a sender's own) stays.
 */
export function dropForeignFacts(msg: NodeMessage, data: ArrayBufferView): Kinship {
  const mark = markOf(msg);
  if (mark === undefined) return 'unmarked';
  const id = fingerprintOf(data);
  if (mark.ids.at(-1) === id) return 'same';
  const kinship = mark.ids.includes(id) ? 'earlier' : 'other';
  const { role } = pronunciationOf(msg);
  const isRoleOfThis = kinship === 'earlier' || role !== mark.role;
  msg.pronunciation = {
    ...withoutRecording(msg),
    ...(isRoleOfThis && { role }),
    ...(kinship === 'earlier' && { recording: mark }),
  };
  return kinship;
}

/** The facts of a message that are not about a recording. */
export function withoutRecording(msg: NodeMessage): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(pronunciationOf(msg)).filter(([name]) => !FACTS_OF_RECORDING.includes(name)));
}
