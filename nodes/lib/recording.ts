import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { addFacts, pronunciationOf, RECORDING_MARK, type Pronunciation, type RecordingMark } from './facts';
import { fingerprintOf } from './fingerprint';

/** The facts that describe one recording and are wrong for any other. */
const FACTS_OF_RECORDING: readonly (keyof Pronunciation)[] = [
  'role', 'sampleRate', 'durationMs', 'level', 'levelNow', 'saturatedShare', 'noise', 'speech', 'words', 'voice', 'take', 'heard', 'contour', 'score', 'prosody', 'pool', 'recording',
];

/** A flow has few stages, but a message in a loop must not grow without limit. */
const MAX_IDS = 20;

/** How a payload relates to the recording that the facts describe. */
export type Kinship =
  /** The payload is exactly what the last stage sent. */
  | 'same'
  /** No stage has marked the facts: the sender wrote them, and they are trusted. */
  | 'unmarked'
  /** The payload is what an earlier stage sent: the recording is the same, but times and levels may differ. */
  | 'earlier'
  /** The payload is another recording. */
  | 'other';

function markOf(msg: NodeMessage): RecordingMark | undefined {
  const { success, output } = v.safeParse(RECORDING_MARK, pronunciationOf(msg)['recording']);
  return success ? output : undefined;
}

/** Marks the facts of a message as facts of `data`, the payload that a stage sends. */
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
 * Removes the facts that do not describe the payload: a function node may have put another recording into the message. The role
 * is removed too, so that the new recording counts as a learner's, unless the sender has changed the role as well. Facts that
 * are not about a recording (session, text, language, a sender's own) are kept.
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
