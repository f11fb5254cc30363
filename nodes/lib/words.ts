import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { phrase } from '../../base/errors';
import { SPAN, WORD, type Span, type Word } from '../../pipeline/facts';
import { pronunciationOf } from './facts';
import { badSetting } from './settings';

/** The longest text that is spoken has 2,000 characters, so at most half as many words. */
const MAX_WORDS = 1000;

/** The words of a message as they came, undefined where there is no list. @throws PronError PRON_BAD_SETTING where they are too many */
export function listedWords(msg: NodeMessage): readonly unknown[] | undefined {
  const { words } = pronunciationOf(msg);
  if (!Array.isArray(words)) return undefined;
  if (words.length <= MAX_WORDS) return words as readonly unknown[];
  throw badSetting('msg.pronunciation.words', words, phrase('atMostWords', { max: MAX_WORDS }));
}

/** The reference's words; ill-formed ones are left out. @throws PronError PRON_BAD_SETTING where they are too many */
export function wordsOf(msg: NodeMessage): Word[] {
  return (listedWords(msg) ?? []).filter((word) => v.is(WORD, word)).map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
}

/** A stretch of time moved along with the time axis. @param moved where a time lies now, ms */
export function movedSpan<Stretch extends Span>(span: Stretch, moved: (ms: number) => number): Stretch {
  return { ...span, startMs: moved(span.startMs), endMs: moved(span.endMs) };
}

/** Words moved along with the time axis; what a sender has put among them that has no times stays as it is.
 *  @param moved where a time lies now, ms */
export function movedWords(words: readonly unknown[], moved: (ms: number) => number): Word[] {
  const all = words.map((word) => (v.is(SPAN, word) ? movedSpan(word, moved) : word));
  return all as Word[]; // or what a sender put there: each reader checks them
}

/** `ms`, or the edge of a recording of this duration that it lies beyond. */
export function withinMs(ms: number, durationMs: number): number {
  return Math.min(durationMs, Math.max(0, ms));
}
