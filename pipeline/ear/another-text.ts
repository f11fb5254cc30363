import { proposalsOf } from './proposals';
import type { SaidWord } from './said-words';

/** Any two sentences have a word or two in common. */
const SHORTEST_RUN = 3;

/** What was said where it is not the expected text: the transcript. Of the text only runs of words count as said. */
export function anotherText(expected: readonly string[], transcript: readonly string[]): SaidWord[] {
  const said: SaidWord[] = expected.map((text, place) => ({ text, place }));
  for (const { from, to, said: words } of proposalsOf(expected, transcript, SHORTEST_RUN).reverse()) {
    said.splice(from, to - from, ...words.split(' ').flatMap((text) => (text === '' ? [] : [{ text, place: null }])));
  }
  return said;
}
