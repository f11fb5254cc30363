import type { NodeMessage } from 'node-red';

import type { ScoreReference } from '../../engine/jobs';
import { textKey } from '../../language/text-key';
import type { MelSpectrogram } from '../../pipeline/types';
import { contourOf, pronunciationOf, type TakePlace } from '../lib/facts';
import { isFurtherTake, takePlaceOf } from '../lib/take-place';
import { wordsOf } from '../lib/words';

/** A reference as it is kept for the learners of a session. */
export interface KeptReference extends Omit<ScoreReference, 'take'> {
  /** What it says, so that others of the same text can be kept beside it; undefined where nobody knows. */
  readonly text: string | undefined;
  /** Undefined where its voice has only this one. */
  readonly take: TakePlace | undefined;
}

/** Of one text, the newest voice first. The takes of a voice stand together, first the one that the learner hears. */
export type References = readonly [KeptReference, ...KeptReference[]];

/** The reference in a message. @throws PronError PRON_BAD_SETTING if it has too many words */
export function referenceIn(msg: NodeMessage, reference: MelSpectrogram): KeptReference {
  const { text, voice } = pronunciationOf(msg);
  return {
    reference,
    words: wordsOf(msg),
    contour: contourOf(msg),
    voice: typeof voice === 'string' ? voice : undefined,
    take: takePlaceOf(msg),
    text: typeof text === 'string' ? textKey(text) : undefined,
  };
}

/**
 * The references of a session after a new one, the newest voice first. Those of another text go, and so does what the same voice said
 * before, except for the further takes that belong to the new one. A recording that nobody has named replaces only itself.
 * @param known those of the session, and further takes that came before
 * @param mostVoices the oldest go beyond that
 */
export function withReference(known: readonly KeptReference[], added: KeptReference, mostVoices: number): References {
  const ofText = known.filter((one) => added.text !== undefined && one.text === added.text);
  const takes = ofText.filter((one) => isFurtherTake(one.take) && isSameVoice(one, added) && takeNumber(one) <= (added.take?.of ?? 1));
  let voices = 1;
  const others = ofText.filter((one) => !isSameVoice(one, added)).filter((one) => (isFurtherTake(one.take) ? voices : ++voices) <= mostVoices);
  return [added, ...[...takes].sort((a, b) => takeNumber(a) - takeNumber(b)), ...others];
}

/** The references of a session after a further take of a voice that is among them; undefined where that voice is not. */
export function withFurtherTake(kept: readonly KeptReference[], added: KeptReference): References | undefined {
  const others = kept.filter((one) => !isSameTake(one, added));
  const before = others.findLastIndex((one) => one.text === added.text && isSameVoice(one, added) && takeNumber(one) < takeNumber(added));
  return before < 0 ? undefined : (others.toSpliced(before + 1, 0, added) as unknown as References);
}

/** Whether one stands for the other. */
export function isSameTake(one: KeptReference, other: KeptReference): boolean {
  return one.text === other.text && isSameVoice(one, other) && takeNumber(one) === takeNumber(other);
}

/** What the engine needs of it. */
export function comparable({ reference, words, voice, contour, take }: KeptReference): ScoreReference {
  return { reference, words, voice, contour, take: take?.number };
}

const takeNumber = ({ take }: KeptReference): number => take?.number ?? 1;

export function isSameVoice(one: KeptReference, other: KeptReference): boolean {
  if (one.voice !== undefined || other.voice !== undefined) return one.voice === other.voice;
  const [a, b] = [one.reference.data, other.reference.data];
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
