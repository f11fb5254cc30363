import type { NodeMessage } from 'node-red';

import { textKey } from '../../language/text-key';
import { pronunciationOf, type TakePlace } from './facts';
import { isFurtherTake, takePlaceOf } from './take-place';

/** What decides which references of a session are kept. */
export interface NamedReference {
  /** What it says, so that others of the same text can be kept beside it; undefined where nobody knows. */
  readonly text: string | undefined;
  readonly voice: string | undefined;
  /** Undefined where its voice has only this one. */
  readonly take: TakePlace | undefined;
}

/** Of one text, the newest voice first. The takes of a voice stand together, first the one that the learner hears. */
export type References<Kept> = readonly [Kept, ...Kept[]];

/** Whether the same voice said both. */
export type SameVoice<Kept> = (one: Kept, other: Kept) => boolean;

/** The longest name of a voice that is kept. */
const LONGEST_VOICE = 200;

/** What the message of a reference says of it. */
export function namedIn(msg: NodeMessage): NamedReference {
  const { text, voice } = pronunciationOf(msg);
  return {
    voice: typeof voice === 'string' ? voice.slice(0, LONGEST_VOICE) : undefined,
    take: takePlaceOf(msg),
    text: typeof text === 'string' ? textKey(text) : undefined,
  };
}

/** @param isSameSound compares two of which nobody knows the voice: a recording that nobody has named replaces only itself */
export function sameVoice<Kept extends NamedReference>(isSameSound: SameVoice<Kept>): SameVoice<Kept> {
  return (one, other) => (one.voice !== undefined || other.voice !== undefined ? one.voice === other.voice : isSameSound(one, other));
}

/**
 * The references of a session after a new one, the newest voice first. Those of another text go, and so does what the same voice said
 * before, except for the further takes that belong to the new one.
 * @param known those of the session, and further takes that came before
 * @param mostVoices the oldest go beyond that
 */
export function withReference<Kept extends NamedReference>(known: readonly Kept[], added: Kept, mostVoices: number, isSameVoice: SameVoice<Kept>): References<Kept> {
  const ofText = known.filter((one) => added.text !== undefined && one.text === added.text);
  const takes = ofText.filter((one) => isFurtherTake(one.take) && isSameVoice(one, added) && takeNumber(one) <= (added.take?.of ?? 1));
  let voices = 1;
  const others = ofText.filter((one) => !isSameVoice(one, added)).filter((one) => (isFurtherTake(one.take) ? voices : ++voices) <= mostVoices);
  return [added, ...[...takes].sort((a, b) => takeNumber(a) - takeNumber(b)), ...others];
}

/** The references of a session after a further take of a voice that is among them; undefined where that voice is not. */
export function withFurtherTake<Kept extends NamedReference>(kept: readonly Kept[], added: Kept, isSameVoice: SameVoice<Kept>): References<Kept> | undefined {
  const others = kept.filter((one) => !isSameTake(one, added, isSameVoice));
  const before = others.findLastIndex((one) => one.text === added.text && isSameVoice(one, added) && takeNumber(one) < takeNumber(added));
  return before < 0 ? undefined : (others.toSpliced(before + 1, 0, added) as unknown as References<Kept>);
}

/** Whether one stands for the other. */
export function isSameTake<Kept extends NamedReference>(one: Kept, other: Kept, isSameVoice: SameVoice<Kept>): boolean {
  return one.text === other.text && isSameVoice(one, other) && takeNumber(one) === takeNumber(other);
}

const takeNumber = ({ take }: NamedReference): number => take?.number ?? 1;
