import type { NodeMessage } from 'node-red';

import type { ScoreReference } from '../../engine/jobs';
import { textKey } from '../../language/text-key';
import type { MelSpectrogram } from '../../pipeline/types';
import { contourOf, pronunciationOf } from '../lib/facts';
import { wordsOf } from '../lib/words';

/** What decides which references of a session are kept. */
export interface NamedReference {
  /** What it says, so that others of the same text can be kept beside it; undefined where nobody knows. */
  readonly text: string | undefined;
  readonly voice?: string | undefined;
}

/** A reference as it is kept for the learners of a session. */
export interface KeptReference extends ScoreReference, NamedReference {
  readonly voice?: string | undefined;
}

/** Of one text, the newest first. */
export type References = readonly [KeptReference, ...KeptReference[]];

/** The reference in a message. @throws PronError PRON_BAD_SETTING if it has too many words */
export function referenceIn(msg: NodeMessage, reference: MelSpectrogram): KeptReference {
  const { text, voice } = pronunciationOf(msg);
  return {
    reference,
    words: wordsOf(msg),
    contour: contourOf(msg),
    voice: typeof voice === 'string' ? voice : undefined,
    text: typeof text === 'string' ? textKey(text) : undefined,
  };
}

/**
 * The references of a session after a new one, the newest first. Those of another text go, and so does what the same voice said
 * before; a recording that nobody has named replaces only itself.
 * @param most the oldest go beyond that
 * @param isSameSound compares two of which nobody knows the voice
 */
export function withReference<Kept extends NamedReference>(kept: readonly Kept[], added: Kept, most: number, isSameSound: (one: Kept, other: Kept) => boolean): readonly [Kept, ...Kept[]] {
  const isSameVoice = (one: Kept): boolean => (one.voice !== undefined || added.voice !== undefined ? one.voice === added.voice : isSameSound(one, added));
  const others = kept.filter((one) => added.text !== undefined && one.text === added.text && !isSameVoice(one));
  return [added, ...others.slice(0, most - 1)];
}

/** What the engine needs of it. */
export function comparable({ reference, words, voice, contour }: KeptReference): ScoreReference {
  return { reference, words, voice, contour };
}

/** Whether two references have the same spectrogram. */
export function isSameMel(one: KeptReference, other: KeptReference): boolean {
  const [a, b] = [one.reference.data, other.reference.data];
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
