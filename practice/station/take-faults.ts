import type { Heard } from '../../pipeline/ear/heard';
import { voiceFault } from '../../pipeline/ear/voice-fault';
import { isClipped, isTooQuiet } from '../../pipeline/mic-limits';
import type { Level, NoiseMeasure, Span, Word } from '../../pipeline/types';

/** What is wrong with a take of a teacher, the worst first. */
export type TakeFault = 'silent' | 'clipped' | 'quiet' | 'noisy' | 'otherText';

/** What the nodes have measured. What is undefined is not judged. */
export interface TakeFacts {
  readonly level?: Level;
  readonly noise?: NoiseMeasure;
  /** From a vad node; null where it found none. */
  readonly speech?: Span | null;
  /** From a hear node that has the ear. */
  readonly heard?: Heard;
}

/** Empty where the take can be a reference. Learners are compared with it, so it has to be better than their own recordings. */
export function takeFaults({ level, noise, speech, heard }: TakeFacts): TakeFault[] {
  if (speech === null) return ['silent'];
  const isOther = heard !== undefined && (voiceFault(heard) !== null || heard.words.some(({ error }) => error === 'omission'));
  return [
    ...(level !== undefined && isClipped(level) ? ['clipped' as const] : []),
    ...(level !== undefined && isTooQuiet(level) ? ['quiet' as const] : []),
    ...(noise !== undefined && noise.light !== 'green' ? ['noisy' as const] : []),
    ...(isOther ? ['otherText' as const] : []),
  ];
}

/** When the words of the text were said. Empty where that is not known of each: a place in the list is a place in the text. */
export function takeWords(heard: Heard | undefined): Word[] {
  const words = (heard?.words ?? []).map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
  return heard?.completeness == null || words.some(({ startMs, endMs }) => endMs <= startMs) ? [] : words;
}
