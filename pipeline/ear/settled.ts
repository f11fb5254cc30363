import { letterDistance, lettersOf, isSpelledAlike } from './letters';
import type { SaidWord } from './said-words';

/** Fewer letters than this at a word's edge are an ending, not a word: a Hangul syllable with a final has three. */
const SHORTEST_WORD = 3;

/**
 * What was said, with the places that one would give the words who reads it beside the expected text: the changes that led to it
 * were found one by one. A word that was taken together with the expected one was added; an expected word beside another one that
 * has taken its place is at its place; and one that was said somewhere else has moved.
 */
export function settled(said: readonly SaidWord[], expected: readonly string[]): SaidWord[] {
  const parted = said.flatMap((word) => (word.place === null || isAsExpected(word, expected) ? [word] : parts(word.text, expected[word.place] ?? '', word.place)));
  return moved(beside(parted, expected), expected);
}

function isAsExpected({ text, place }: SaidWord, expected: readonly string[]): boolean {
  return place !== null && isSpelledAlike(text, expected[place] ?? '');
}

/** The words of a text, or the letters of a word, that stand for the expected word, and what was said before and after them. */
function parts(text: string, expected: string, place: number): SaidWord[] {
  const words = text.split(' ');
  const [before, own, after] = words.length > 1 ? nearestRun(words, expected) : edge(text, expected);
  const added = (texts: readonly string[]): SaidWord[] => texts.map((one) => ({ text: one, place: null }));
  return [...added(before), { text: own, place }, ...added(after)];
}

type Parts = readonly [before: readonly string[], own: string, after: readonly string[]];

/** The neighbouring words that are the nearest to the expected one by their letters; the fewest of them. */
function nearestRun(words: readonly string[], expected: string): Parts {
  const letters = lettersOf(expected);
  let best: { readonly off: number; readonly parts: Parts } | undefined;
  for (let length = 1; length <= words.length; length++) {
    for (let from = 0; from + length <= words.length; from++) {
      const own = words.slice(from, from + length).join(' ');
      const off = letterDistance(lettersOf(own), letters);
      if (best === undefined || off < best.off) best = { off, parts: [words.slice(0, from), own, words.slice(from + length)] };
    }
  }
  return best?.parts ?? [[], words.join(' '), []];
}

/** An expected word that another one was written together with, in a writing of syllables: there blanks are loose. Letters would part `always` after `a`. */
function edge(text: string, expected: string): Parts {
  const letters = [...text];
  for (let at = 1; at < letters.length; at++) {
    const [first, second] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    if (isSpelledAlike(second, expected) && isWord(first)) return [[first], second, []];
    if (isSpelledAlike(first, expected) && isWord(second)) return [[], first, [second]];
  }
  return [[], text, []];
}

function isWord(text: string): boolean {
  return lettersOf(text).length >= SHORTEST_WORD && [...text].every((character) => lettersOf(character).length > 1);
}

/** An added word that is the expected one takes its place from the other word beside it, which was added then. */
function beside(said: readonly SaidWord[], expected: readonly string[]): SaidWord[] {
  const out = [...said];
  for (const [i, { text, place }] of said.entries()) {
    if (place === null || isAsExpected({ text, place }, expected)) continue;
    for (const at of [i - 1, i + 1]) {
      const other = out[at];
      if (other?.place !== null || !isAsExpected({ text: other.text, place }, expected)) continue;
      out[i] = { text, place: null };
      out[at] = { text: other.text, place };
      break;
    }
  }
  return out;
}

/** A word that is expected at another place, where it was not said, has that place, unless a word stands there that has no other. */
function moved(said: readonly SaidWord[], expected: readonly string[]): SaidWord[] {
  const placeOf = new Map<number, number>();
  const isRight = new Set(said.flatMap((word) => (isAsExpected(word, expected) ? [word.place] : [])));
  for (const [i, word] of said.entries()) {
    if (isAsExpected(word, expected)) continue;
    const place = expected.findIndex((text, at) => !isRight.has(at) && ![...placeOf.values()].includes(at) && isSpelledAlike(text, word.text));
    if (place >= 0) placeOf.set(i, place);
  }
  const isTaken = (place: number): boolean => said.some((word, k) => word.place === place && !placeOf.has(k));
  for (let before = -1; before !== placeOf.size; ) {
    before = placeOf.size;
    for (const [i, place] of [...placeOf]) if (isTaken(place)) placeOf.delete(i);
  }
  return said.map((word, i) => ({ text: word.text, place: placeOf.get(i) ?? word.place }));
}
