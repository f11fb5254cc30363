import type { NodeMessage } from 'node-red';

import type { AudioResult, Facts, HearResult, MelResult } from '../../engine/jobs';
import { addFacts, pronunciationOf, type Pronunciation } from './facts';
import { isMarked, markRecording, withoutRecording } from './recording';

/**
 * Puts the output of an audio stage into its message. The score judges the original recording, so `level` and `noise` are those
 * that the first stage measured on its input. Every later stage sets `levelNow`, the level of its own output. Audio without a
 * role is a learner's.
 * @param own further facts that the stage has found
 */
export function putAudio(msg: NodeMessage, { wav, facts, levelNow, saturatedShare }: AudioResult, own: Pronunciation = {}): void {
  const { role, level, noise } = pronunciationOf(msg);
  msg.payload = wav;
  addFacts(msg, {
    role: typeof role === 'string' ? role : 'learner',
    sampleRate: facts.sampleRate,
    durationMs: facts.durationMs,
    ...(level === undefined ? { level: facts.level } : { levelNow }),
    ...(noise === undefined && { noise: facts.noise }),
    saturatedShare,
    ...own,
  });
  markRecording(msg, wav);
}

/**
 * Puts new audio, from a microphone or a voice, into a message. The message may hold another recording: for example, a reference
 * that was just played starts the microphone. Then it keeps its session, its text and the sender's own properties, but loses
 * the facts about the other recording, including the role. A role or a voice on a message without a recording was chosen by the
 * sender (a teacher's microphone makes references), so it is kept.
 */
export function putNewAudio(msg: NodeMessage, { wav, facts }: Pick<AudioResult, 'wav' | 'facts'>, own: Pronunciation & { readonly role: string }): void {
  const { role, voice, durationMs } = pronunciationOf(msg);
  const wasRecording = isMarked(msg) || durationMs !== undefined;
  msg.payload = wav;
  msg.pronunciation = { ...withoutRecording(msg), ...(!wasRecording && typeof voice === 'string' && { voice }), ...facts, ...own, role: wasRecording ? own.role : (role ?? own.role) };
  markRecording(msg, wav);
}

/** Puts a mel-spectrogram into its message. */
export function putMel(msg: NodeMessage, { mel, image, facts, contour }: MelResult): void {
  addMissingFacts(msg, facts);
  if (contour !== undefined) addFacts(msg, { contour });
  msg.payload = mel;
  if (image !== undefined) msg.image = image;
  markRecording(msg, mel.data);
}

/** Adds what was heard to the message of a recording. @param wav the bytes of its payload, which stays as it is */
export function putHeard(msg: NodeMessage, wav: Buffer, { heard, facts }: HearResult): void {
  addMissingFacts(msg, facts);
  addFacts(msg, { heard });
  markRecording(msg, wav);
}

/** Adds the facts about a recording if no audio stage has measured it before. */
function addMissingFacts(msg: NodeMessage, facts: Facts): void {
  const { role, level } = pronunciationOf(msg);
  if (level === undefined) addFacts(msg, { role: typeof role === 'string' ? role : 'learner', ...facts });
}
