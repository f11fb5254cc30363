import type { NodeMessage } from 'node-red';

import type { AudioResult, MelResult } from '../../engine/jobs';
import { addFacts, pronunciationOf, type Pronunciation } from './facts';
import { isMarked, markRecording, withoutRecording } from './recording';

/**
 * Puts what an audio stage has made into its message. The recording is judged as it came in, so `level` and `noise` are those
 * that the first stage measured on its input; every later stage writes `levelNow`, of what it sends. Audio without a role is
 * a learner's.
 * @param own what else the stage has found
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
 * Puts audio that begins here, from a microphone or a voice, into a message. A message that was a recording before (the
 * reference that has just been played starts the microphone) keeps its session, text and whatever its sender put there, but
 * not what was known of the other recording, its role among it. A role on a message that carries no recording is its
 * sender's wish (a teacher's microphone makes references) and stays.
 */
export function putNewAudio(msg: NodeMessage, { wav, facts }: Pick<AudioResult, 'wav' | 'facts'>, own: Pronunciation & { readonly role: string }): void {
  const { role, durationMs } = pronunciationOf(msg);
  const wasRecording = isMarked(msg) || durationMs !== undefined;
  msg.payload = wav;
  msg.pronunciation = { ...withoutRecording(msg), ...facts, ...own, role: wasRecording ? own.role : (role ?? own.role) };
  markRecording(msg, wav);
}

/** Puts a mel-spectrogram into its message. Without an audio stage before it, nobody else has measured the recording. */
export function putMel(msg: NodeMessage, { mel, image, facts }: MelResult): void {
  const { role, level } = pronunciationOf(msg);
  msg.payload = mel;
  if (image !== undefined) msg.image = image;
  if (level === undefined) addFacts(msg, { role: typeof role === 'string' ? role : 'learner', ...facts });
  markRecording(msg, mel.data);
}
