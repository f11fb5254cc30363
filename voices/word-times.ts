import type { Word } from '../pipeline/types';

/** An event of espeak-ng: a word's first character (1-based, counted in code points), or a phoneme ('' is a pause). */
export type SpeechEvent =
  | { readonly kind: 'word'; readonly position: number; readonly ms: number }
  | { readonly kind: 'phoneme'; readonly phoneme: string; readonly ms: number };

interface Token {
  readonly text: string;
  /** Code points in the text, start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly letters: number;
}

/** A token that espeak-ng announced, and those after it that it joined to it without a word of their own. */
interface Group {
  readonly startMs: number;
  readonly tokens: Token[];
}

/** Words as people see them: between spaces, without the punctuation around them. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of text.split(' ')) {
    const length = [...piece].length;
    const word = piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
    const letters = [...word].length;
    if (letters > 0) tokens.push({ text: word, start, end: start + length, letters });
    start += length + 1;
  }
  return tokens;
}

function groupsOf(tokens: readonly Token[], events: readonly SpeechEvent[]): Group[] {
  const groups: Group[] = [];
  for (const token of tokens) {
    const event = events.find(
      (entry) => entry.kind === 'word' && entry.position > token.start && entry.position <= token.end,
    );
    const last = groups.at(-1);
    if (event === undefined && last !== undefined) last.tokens.push(token);
    else groups.push({ startMs: Math.max(event?.ms ?? 0, last?.startMs ?? 0), tokens: [token] });
  }
  return groups;
}

/** Splits a group at phonemes, in proportion to the letters of its words. */
function splitGroup(group: Group, endMs: number, events: readonly SpeechEvent[]): Word[] {
  const inside = events.filter(
    (event): event is Extract<SpeechEvent, { kind: 'phoneme' }> =>
      event.kind === 'phoneme' && event.ms >= group.startMs && event.ms < endMs,
  );
  const spoken = inside.filter((event) => event.phoneme !== '');
  const lastMs = spoken.at(-1)?.ms ?? group.startMs;
  const pause = inside.find((event) => event.phoneme === '' && event.ms > lastMs);
  const groupEndMs = pause?.ms ?? endMs;

  const letters = group.tokens.reduce((sum, token) => sum + token.letters, 0);
  const words: Word[] = [];
  let lettersBefore = 0;
  let startMs = group.startMs;
  for (const [index, token] of group.tokens.entries()) {
    lettersBefore += token.letters;
    const share = lettersBefore / letters;
    const boundary = spoken[Math.round(share * spoken.length)]?.ms ?? group.startMs + share * (groupEndMs - group.startMs);
    const isLast = index === group.tokens.length - 1;
    const end = isLast ? groupEndMs : Math.min(Math.max(boundary, startMs), groupEndMs);
    words.push({ text: token.text, startMs, endMs: end });
    startMs = end;
  }
  return words;
}

/**
 * Word times from espeak-ng's events: one for each word of `text` (single spaces between words), in order, not
 * overlapping, inside `durationMs`. A word ends where the pause after it begins.
 *
 * espeak-ng joins some words to their neighbour ("am", Korean particles) and announces only the first. Their common
 * time is divided at the phoneme nearest to each word's share of the letters, which is an estimate.
 */
export function wordTimes(text: string, events: readonly SpeechEvent[], durationMs: number): Word[] {
  const groups = groupsOf(tokensOf(text), events);
  return groups.flatMap((group, index) =>
    splitGroup(group, Math.min(groups[index + 1]?.startMs ?? durationMs, durationMs), events),
  );
}

/** The same words on an axis `factor` times as long, in whole milliseconds. */
export function scaleWords(words: readonly Word[], factor: number): Word[] {
  return words.map(({ text, startMs, endMs }) => ({
    text,
    startMs: Math.round(startMs * factor),
    endMs: Math.floor(endMs * factor),
  }));
}
