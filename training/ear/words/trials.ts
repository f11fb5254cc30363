import { pick, seededRandom, type Random } from '../../../base/random';
import type { Heard } from '../../../pipeline/ear/heard';
import { lettersOf } from '../../../pipeline/ear/letters';
import type { Audio, Span } from '../../../pipeline/types';
import type { Recording } from './recordings';
import { saidAgain, without } from './sound-edits';
import { withOtherWord, withWordElsewhere, withWordLess, withWordMore } from './text-edits';

export const KINDS = [
  'right',
  'right, other blanks',
  'left out',
  'left out of the sound',
  'added',
  'doubled',
  'begun again',
  'said twice',
  'exchanged',
  'moved',
  'half',
  'another text',
] as const;
export type Kind = (typeof KINDS)[number];

/** A recording with a text, and what is different between the two. */
export interface Trial {
  readonly kind: Kind;
  readonly audio: Audio;
  readonly text: string;
  /** The first word that is different: its place in the text or, for added words, that of the word after it. */
  readonly place: number;
  readonly word: string;
}

/** A doubled word must last as long, ms, so that the cuts at its ends are a small part of it. */
const SHORTEST_CUT_MS = 200;
const LONGEST_TWICE_MS = 13_000;
const PAUSES_MS = [50, 150, 300];
const OTHER_TEXTS = 3;

/**
 * All trials of one recording. The text is edited and the recording stays, or the recording is cut at the times of its words,
 * and the text stays.
 * @param heard of the recording with its own text
 * @param edits how many of each kind
 */
export function trialsOf(recording: Recording, all: readonly Recording[], heard: Heard, edits: number, seed: number): Trial[] {
  const { audio, text, language, otherSpacing } = recording;
  const random = seededRandom(seed);
  const others = all.filter((other) => other.language === language && other.text !== text);
  const words = others.flatMap((other) => other.text.split(' '));
  const out: Trial[] = [];
  if (otherSpacing !== undefined) out.push({ kind: 'right, other blanks', audio, text: otherSpacing, place: -1, word: '' });
  for (let i = 0; i < edits; i++) {
    out.push({ audio, ...withWordMore(text, language, words, random) });
    out.push({ audio, ...withOtherWord(text, words, random) });
    if (text.split(' ').length > 2) out.push({ audio, ...withWordLess(text, random) });
  }
  out.push(...soundTrials(recording, heard.words, random));
  for (const other of nearest(text, others)) out.push({ kind: 'another text', audio, text: other, place: -1, word: '' });
  out.push(...withWordElsewhere(text, seededRandom(seed)).map((edited) => ({ audio, ...edited })));
  return out;
}

function soundTrials({ audio, text }: Recording, words: Heard['words'], random: Random): Trial[] {
  const { samples, sampleRate } = audio;
  const trial = (kind: Kind, place: number, changed: Float32Array): Trial => ({
    kind,
    audio: { samples: changed, sampleRate },
    text,
    place,
    word: words[place]?.text ?? '',
  });
  const out: Trial[] = [];
  const clear = words.map((_, i) => i).filter((i) => lengthOf(words[i] as Span) >= SHORTEST_CUT_MS);
  if (clear.length > 0 && words.length > 2) {
    const cut = pick(clear, random);
    out.push(trial('left out of the sound', cut, without(samples, sampleRate, words[cut] as Span)));
    const twice = pick(clear, random);
    out.push(trial('doubled', twice, saidAgain(samples, sampleRate, words[twice] as Span, pick(PAUSES_MS, random))));
  }
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 4) return out;
  const begun = words[1 + Math.floor(2 * random())] as Span;
  out.push(trial('begun again', 0, saidAgain(samples, sampleRate, { startMs: first.startMs, endMs: begun.endMs }, pick(PAUSES_MS, random))));
  const whole = { startMs: Math.max(0, first.startMs), endMs: (1000 * samples.length) / sampleRate };
  if (whole.endMs < LONGEST_TWICE_MS) out.push(trial('said twice', 0, saidAgain(samples, sampleRate, whole, pick(PAUSES_MS, random))));
  const half = words.length >> 1;
  out.push(trial('half', half, without(samples, sampleRate, { startMs: (words[half] as Span).startMs, endMs: whole.endMs })));
  return out;
}

function lengthOf({ startMs, endMs }: Span): number {
  return endMs - startMs;
}

/** The texts that have about as many letters. */
function nearest(text: string, others: readonly Recording[]): string[] {
  const length = lettersOf(text).length;
  const off = (other: string): number => Math.abs(lettersOf(other).length - length);
  return [...new Set(others.map((other) => other.text))].sort((a, b) => off(a) - off(b)).slice(0, OTHER_TEXTS);
}
