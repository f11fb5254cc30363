import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { phrase } from '../../base/errors';
import { SPAN, WORD, type Span, type Word } from '../../pipeline/facts';
import { pronunciationOf } from './facts';
import { badSetting } from './settings';

/** The longest text that is spoken has 2,000 characters, so it has at most 1,000 words. */
const MAX_WORDS = 1000;

/** The words of a message, not validated; undefined if there is no list.
 *  @throws PronError PRON_BAD_SETTING if there are too many */
export function listedWords(msg: NodeMessage): readonly unknown[] | undefined {
  const { words } = pronunciationOf(msg);
  if (!Array.isArray(words)) return undefined;
  if (words.length <= MAX_WORDS) return words as readonly unknown[];
  throw badSetting('msg.pronunciation.words', words, phrase('atMostWords', { max: MAX_WORDS }));
}

/** The reference's words; ill-formed ones are left out. @throws PronError PRON_BAD_SETTING if there are too many */
export function wordsOf(msg: NodeMessage): Word[] {
  return (listedWords(msg) ?? []).filter((word) => v.is(WORD, word)).map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
}

/** A span whose times are mapped to a changed time axis. @param moved maps an old time to the new time, ms */
export function movedSpan<Stretch extends Span>(span: Stretch, moved: (ms: number) => number): Stretch {
  return { ...span, startMs: moved(span.startMs), endMs: moved(span.endMs) };
}

/** Words whose times are mapped to a changed time axis. Entries of the sender that have no times are not changed.
 *  @param moved maps an old time to the new time, ms */
export function movedWords(words: readonly unknown[], moved: (ms: number) => number): Word[] {
  const all = words.map((word) => (v.is(SPAN, word) ? movedSpan(word, moved) : word));
  return all as Word[]; // may hold other entries of the sender: each reader validates them
}

/** `ms`, limited to the range from 0 to the duration of the recording. */
export function withinMs(ms: number, durationMs: number): number {
  return Math.min(durationMs, Math.max(0, ms));
}
