import type { NodeMessage } from 'node-red';

import type { ScoreReference } from '../../engine/jobs';
import type { MelSpectrogram } from '../../pipeline/types';
import { contourOf } from '../lib/facts';
import { namedIn, type NamedReference } from '../lib/references';
import { wordsOf } from '../lib/words';

/** A reference as it is kept for the learners of a session. */
export interface KeptReference extends Omit<ScoreReference, 'take' | 'voice'>, NamedReference {}

/** The reference in a message. @throws PronError PRON_BAD_SETTING if it has too many words */
export function referenceIn(msg: NodeMessage, reference: MelSpectrogram): KeptReference {
  return { reference, words: wordsOf(msg), contour: contourOf(msg), ...namedIn(msg) };
}

/** What the engine needs of it. */
export function comparable({ reference, words, voice, contour, take }: KeptReference): ScoreReference {
  return { reference, words, voice, contour, take: take?.number };
}

/** Whether two references have the same spectrogram. */
export function isSameMel(one: KeptReference, other: KeptReference): boolean {
  const [a, b] = [one.reference.data, other.reference.data];
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
