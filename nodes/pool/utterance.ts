import { createHash } from 'node:crypto';

import * as v from 'valibot';

import type { HearResult, ScoreDetails, ScoreResult, Facts } from '../../engine/jobs';
import { REFERENCE, type ReferenceFacts, type Request } from './messages';

/** A recording that learners are compared with, as it is sent to workers. */
export interface PoolReference {
  /** SHA-256 of the recording and of what is known of it. */
  readonly hash: string;
  readonly wav: Buffer;
  readonly known: ReferenceFacts;
}

/** A learner's recording with all that its score depends on. */
export interface Utterance {
  readonly wav: Buffer;
  /** The newest first. */
  readonly references: readonly PoolReference[];
  readonly request: Omit<Request, 'references' | 'secondsLeft'>;
}

/** What hear, mel and score nodes find in an utterance. */
export interface Scored {
  readonly details: ScoreDetails;
  readonly facts: Facts;
  readonly heard?: HearResult['heard'] | undefined;
  readonly prosody?: ScoreResult['prosody'];
  readonly image?: Buffer | undefined;
}

export function poolReference(wav: Buffer, known: ReferenceFacts): PoolReference {
  const checked = v.parse(REFERENCE, known); // the same order of keys as after the journey
  return { hash: hashOf(wav, checked), wav, known: checked };
}

/** The hash of a reference: whoever receives one counts it again. */
export function hashOf(wav: Uint8Array, known: ReferenceFacts): string {
  const { words, voice, take, noise } = known;
  return createHash('sha256').update(JSON.stringify([words, voice ?? null, take ?? null, noise ?? null])).update(wav).digest('hex');
}
