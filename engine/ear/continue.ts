import type { Ear, Listened } from './ear';
import { firstPlaces, type Pass } from './pass';

/** A word has seldom more tokens. */
const LONGEST_WORD = 6;

/**
 * The word that the decoder would write in the place of a token, '' where it would end.
 * @param token its place in the text of the pass
 */
export async function continuation(ear: Ear, heard: Listened, { prompt, best, memory }: Pass, token: number): Promise<string> {
  const word: number[] = [];
  let next = best[token] as number;
  let before = firstPlaces(memory, prompt.length + token);
  while (next !== ear.tokens.end && !(word.length > 0 && ear.tokens.decode([next]).startsWith(' '))) {
    word.push(next);
    if (word.length === LONGEST_WORD) break;
    const said = await ear.say(heard, [next], [next], before);
    next = said.best[0] as number;
    before = said.memory;
  }
  return ear.tokens.decode(word).trim();
}
