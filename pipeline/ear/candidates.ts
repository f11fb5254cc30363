import { proposalsOf, type Proposal } from './proposals';

/** The decoder likes to write "3" for "three": no difference that can be heard. */
const HAS_FIGURES = /\p{N}/u;
/** Further words before a word that somebody may have begun the sentence again with. */
const LONGEST_RESTART = 5;

/**
 * What may have been said in place of the text, to be judged one by one: what the transcript has otherwise; each suspect left
 * out; everything from the first suspect on left out; the words before a suspect said again; and what the decoder hears in a
 * suspect's place, before it or for it.
 * @param suspects words that are surprising where they stand, by their index
 * @param heardThere for each suspect what the decoder would write in its place; '' for nothing
 * @param repeats words that may have been said twice
 */
export function candidatesFor(
  words: readonly string[],
  suspects: readonly number[],
  heardThere: readonly string[],
  transcript: readonly string[],
  repeats: readonly Proposal[] = [],
): Proposal[] {
  const found = [...proposalsOf(words, transcript), ...repeats];
  for (const [k, at] of suspects.entries()) {
    found.push({ from: at, to: at + 1, said: '' });
    if (at > 0) found.push({ from: at, to: at, said: words[at - 1] as string });
    if (at > 1 && at <= LONGEST_RESTART) found.push({ from: at, to: at, said: words.slice(0, at).join(' ') });
    const there = heardThere[k] ?? '';
    if (there !== '') found.push({ from: at, to: at, said: there }, { from: at, to: at + 1, said: there });
  }
  const first = Math.min(...suspects);
  if (Number.isFinite(first) && first > 0 && first < words.length - 1) found.push({ from: first, to: words.length, said: '' });
  return withoutRepeats(found).filter(({ from, to, said }) => !HAS_FIGURES.test(said) || HAS_FIGURES.test(words.slice(from, to).join('')));
}

function withoutRepeats(proposals: readonly Proposal[]): Proposal[] {
  return [...new Map(proposals.map((one) => [JSON.stringify(one), one])).values()];
}
