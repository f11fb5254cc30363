import type { Proposal } from './proposals';

/** A change of a text, and by how much likelier it makes the sounds, nats. */
export interface SoundProposal {
  readonly proposal: Proposal;
  readonly gain: number;
}

/** From so many nats on a change is worth a pass of the decoder. Few right texts gain as much. */
const WORTH_A_PASS = 0.5;
/** A hesitation is a short sound, which many right texts have room for. */
const HESITATION_WORTH_A_PASS = 2.5;
/** Words that may have been said twice within a text; the whole text may be, too. */
const MOST_AGAIN = 4;
const MOST_PROPOSALS = 6;

/**
 * What the sounds of a recording say may be otherwise: a word left out, a run of words said twice, two neighbours exchanged, all
 * words from one on left out, a hesitation. The likeliest ones first.
 * @param gainOf other words, nats; null where nobody knows
 * @param hesitations of the language
 */
export function soundProposals(words: readonly string[], gainOf: (words: readonly string[]) => number | null, hesitations: readonly string[] = []): SoundProposal[] {
  const worth = (proposals: readonly Proposal[], least: number): SoundProposal[] =>
    proposals.map((proposal) => ({ proposal, gain: gainOf(changed(words, proposal)) ?? 0 })).filter(({ gain }) => gain >= least);
  return [...worth([...omissions(words), ...repeats(words), ...exchanges(words)], WORTH_A_PASS), ...worth(hesitating(words, hesitations), HESITATION_WORTH_A_PASS)]
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MOST_PROPOSALS);
}

/** By how much likelier the sounds are for the likeliest beginning of a text, one word at least, than for all of it. */
export function gainOfBeginning(words: readonly string[], gainOf: (words: readonly string[]) => number | null): number {
  return Math.max(0, ...words.slice(1).map((_, i) => gainOf(words.slice(0, i + 1)) ?? 0));
}

function changed(words: readonly string[], { from, to, said }: Proposal): string[] {
  return words.toSpliced(from, to - from, ...(said === '' ? [] : said.split(' ')));
}

function omissions(words: readonly string[]): Proposal[] {
  const one = words.map((_, at) => ({ from: at, to: at + 1, said: '' }));
  const rest = words.slice(0, -2).map((_, at) => ({ from: at + 1, to: words.length, said: '' }));
  return words.length < 2 ? [] : [...one, ...rest];
}

function repeats(words: readonly string[]): Proposal[] {
  return words.flatMap((_, from) => {
    const ends = words.slice(from, from + MOST_AGAIN).map((_, i) => from + i + 1);
    if (from === 0 && words.length > MOST_AGAIN) ends.push(words.length);
    return ends.map((to) => ({ from: to, to, said: words.slice(from, to).join(' ') }));
  });
}

function hesitating(words: readonly string[], hesitations: readonly string[]): Proposal[] {
  return [...words, ''].flatMap((_, at) => hesitations.map((said) => ({ from: at, to: at, said })));
}

function exchanges(words: readonly string[]): Proposal[] {
  return words.slice(1).map((next, at) => ({ from: at, to: at + 2, said: `${next} ${words[at] ?? ''}` }));
}
