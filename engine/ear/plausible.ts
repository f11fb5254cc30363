import type { Proposal } from '../../pipeline/ear/proposals';
import { spellWords } from '../../pipeline/ear/spelling';
import type { Listened } from './ear';
import { firstPlaces } from './pass';
import { textTokens } from './taught';
import type { Teacher } from './teacher';
import type { Belief } from './trial';

/** Nats. Where the decoder is so sure of the text's own next token, nothing was said twice. */
const LEAST_DOUBT = 0.02;
/** The least logarithm of the probability that the first token of a repeat comes next. */
const LEAST_LIKELY = -10;

/** A token that may come in the place of another. */
interface Guess {
  readonly proposal: Proposal;
  /** Its place in the text, tokens. */
  readonly at: number;
  readonly token: number;
}

/**
 * The repeats whose first token the decoder would not rule out: a pass for each of them would take ten times as long. One pass
 * over the text tells of one token at each place.
 */
export async function plausible({ ear }: Teacher, heard: Listened, belief: Belief, repeats: readonly Proposal[]): Promise<Proposal[]> {
  const { taught, said, end, language } = belief;
  const { ids, wordOf, logProbability } = taught;
  const { prompt, memory } = taught.passes.heard;
  const guesses: Guess[] = repeats.flatMap((proposal) => {
    const at = wordOf.indexOf(proposal.from === said.length ? -1 : proposal.from);
    if (-(logProbability[at] as number) < LEAST_DOUBT) return [];
    const words = [...said.slice(0, proposal.from).map(({ text }) => text), proposal.said];
    const token = textTokens(ear.tokens, spellWords(words, end, language)).ids[at];
    return token === undefined ? [] : [{ proposal, at, token }];
  });
  const all = [...prompt, ...ids];
  const found: Proposal[] = [];
  for (let left = guesses; left.length > 0; ) {
    const now = new Map(left.map((guess) => [guess.at, guess.token]));
    const [first, last] = [Math.min(...now.keys()), Math.max(...now.keys())];
    const given = all.slice(prompt.length + first - 1, prompt.length + last);
    const targets = given.map((token, i) => now.get(first + i) ?? token);
    const { logProbability: likely } = await ear.say(heard, given, targets, firstPlaces(memory, prompt.length + first - 1));
    const isAnswered = ({ at, token }: Guess): boolean => now.get(at) === token;
    found.push(...left.filter((guess) => isAnswered(guess) && (likely[guess.at - first] as number) >= LEAST_LIKELY).map(({ proposal }) => proposal));
    left = left.filter((guess) => !isAnswered(guess));
  }
  return repeats.filter((proposal) => found.includes(proposal));
}
