import type { Ear, Listened } from './ear';

/** A word has seldom more tokens. */
const LONGEST_WORD = 6;

/**
 * What the decoder would write next after the beginnings of a text: one word each, '' where it would end.
 * @param beginnings tokens, the prompt's first
 */
export async function continuations(ear: Ear, heard: Listened, beginnings: readonly (readonly number[])[]): Promise<string[]> {
  const out: string[] = [];
  for (const beginning of beginnings) out.push(await continuation(ear, heard, beginning));
  return out;
}

async function continuation(ear: Ear, heard: Listened, beginning: readonly number[]): Promise<string> {
  const word: number[] = [];
  let said = await ear.say(heard, beginning, beginning);
  while (word.length < LONGEST_WORD) {
    const best = said.best.at(-1) as number;
    const begins = ear.tokens.decode([best]).startsWith(' ');
    if (best === ear.tokens.end || (begins && word.length > 0)) break;
    word.push(best);
    said = await ear.say(heard, [best], [best], said.memory);
  }
  return ear.tokens.decode(word).trim();
}
