import { candidatesFor } from '../../pipeline/ear/candidates';
import { applied, type SaidWord } from '../../pipeline/ear/said-words';
import { spell, spellWords } from '../../pipeline/ear/spelling';
import { continuations } from './continue';
import type { Ear, Listened } from './ear';
import { goesOn, isPlain, isSure, likelihood, neededGain, suspectsOf, type Decision } from './evidence';
import type { Taught, Teach } from './taught';
import { transcribe } from './transcribe';

/** More changes than this are another text. */
const MOST_ROUNDS = 6;

/** What finds edits: the ear, its teacher and the limits of its manifest. */
export interface Teacher {
  readonly ear: Ear;
  readonly teach: Teach;
  readonly decision: Decision;
}

export interface ExpectedText {
  readonly text: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The language's, of the ear's tokens. */
  readonly prompt: readonly number[];
}

/** What was said, and what was taught of it: one word of `taught` for each of `said`. */
export interface Edits {
  readonly said: readonly SaidWord[];
  readonly taught: Taught;
  /** Whether the expected text was plainly said, or else the ear's own transcript is likely enough. */
  readonly sure: boolean;
}

/** The same, and what was taught of the expected text. */
export interface ExpectedEdits extends Edits {
  readonly expected: Taught;
}

/**
 * What was said instead of the expected text, if it was not said: words left out, added or exchanged. Each change is judged by
 * the likelihood of the whole text with and without it, the likeliest one first, until none is likely enough.
 */
export async function findEdits(teacher: Teacher, heard: Listened, expected: ExpectedText): Promise<ExpectedEdits> {
  const { ear, teach, decision } = teacher;
  const { text, language, prompt } = expected;
  const { pieces, end } = spell(text, language);
  const taughtOf = (words: readonly SaidWord[]): Promise<Taught> =>
    teach(heard, spellWords(words.map((word) => word.text), end, language), prompt);
  let said: SaidWord[] = pieces.map((piece, place) => ({ text: piece.trim(), place }));
  const first = await taughtOf(said);
  let taught = first;
  const isLonger = goesOn(taught, heard.frames);
  if (!isLonger && isPlain(taught, said.length, decision)) return { said, taught, expected: first, sure: true };
  const transcript = await transcribe(ear, heard, prompt);
  const sure = isSure(transcript, decision);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const texts = said.map((word) => word.text);
    const suspects = suspectsOf(said, taught, decision);
    const beginnings = suspects.map((at) => [...prompt, ...taught.ids.slice(0, taught.wordOf.indexOf(at))]);
    const found = candidatesFor(texts, suspects, await continuations(ear, heard, beginnings), wordsOf(transcript.text));
    if (isLonger && round === 0) found.push({ from: said.length, to: said.length, said: texts.join(' ') });
    let best: { readonly words: SaidWord[]; readonly taught: Taught; readonly gain: number } | undefined;
    for (const candidate of found) {
      const words = applied(said, candidate);
      if (words.length === 0) continue;
      const changed = await taughtOf(words);
      const needed = neededGain(candidate, changed, words.length - said.length, sure, decision);
      const gain = likelihood(changed, decision) - likelihood(taught, decision) - needed;
      if (gain > (best?.gain ?? 0)) best = { words, taught: changed, gain };
    }
    if (best === undefined) break;
    ({ words: said, taught } = best);
  }
  return { said, taught, expected: first, sure };
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
