import type { EarManifest } from '../../pipeline/ear/manifest';
import type { Proposal } from '../../pipeline/ear/proposals';
import type { SaidWord } from '../../pipeline/ear/said-words';
import type { Taught } from './taught';
import type { Transcript } from './transcribe';

/** The limits of an ear's manifest. */
export type Decision = EarManifest['decision'];

const MOST_SUSPECTS = 3;
/** An addition needs so many times the likelihood where the ear is not sure. */
const UNSURE = 2;
/** Frames: 0.1 s. */
const SHORTEST_WORD = 5;
/** Frames: somebody has gone on where so many follow the end. */
const REST = 75;

/** Logarithm of a text's probability, less a share of what the language model expects anyway. */
export function likelihood({ logProbability, expected }: Taught, { expectation }: Decision): number {
  let sum = 0;
  for (let i = 0; i < logProbability.length; i++) sum += (logProbability[i] as number) - expectation * (expected[i] as number);
  return sum;
}

/** Of each word the surprise of its unlikeliest token, nats; the last value is the closing mark's and the end's. */
function surprises({ logProbability, expected, wordOf }: Taught, words: number, { expectation }: Decision): Float64Array {
  const out = new Float64Array(words + 1).fill(-Infinity);
  wordOf.forEach((word, i) => {
    const at = word < 0 ? words : word;
    const surprise = 2 * expectation * (expected[i] as number) - (logProbability[i] as number);
    out[at] = Math.max(out[at] as number, surprise);
  });
  return out;
}

/** Whether every word was said beyond doubt. */
export function isPlain(taught: Taught, words: number, decision: Decision): boolean {
  return Math.max(...surprises(taught, words, decision)) < decision.surprise;
}

/** Whether the ear understands the speaker: otherwise its transcript is a guess. */
export function isSure({ logProbability }: Pick<Transcript, 'logProbability'>, { sure }: Decision): boolean {
  return logProbability >= sure;
}

/** Whether much follows the end of the text. @param frames of the recording */
export function goesOn({ starts, wordOf }: Taught, frames: number): boolean {
  return frames - (starts[wordOf.indexOf(-1)] as number) > REST;
}

/** The most surprising words of the expected text, in the order of surprise. */
export function suspectsOf(said: readonly SaidWord[], taught: Taught, decision: Decision): number[] {
  const surprise = surprises(taught, said.length, decision);
  return said
    .map((_, i) => i)
    .filter((i) => said[i]?.place !== null && (surprise[i] as number) > decision.surprise)
    .sort((a, b) => (surprise[b] as number) - (surprise[a] as number))
    .slice(0, MOST_SUSPECTS);
}

/**
 * By so many nats a changed text must be likelier; infinity where it can't be believed. Another text in the place of words is
 * what the decoder itself would write. That makes it likely beyond its due, and is worth nothing where the ear does not
 * understand the speaker.
 * @param changed what was taught of the changed text
 * @param more words than before
 */
export function neededGain({ from, to, said }: Proposal, changed: Taught, more: number, sure: boolean, decision: Decision): number {
  if (said === '') return decision.gain;
  if (to > from) return sure ? decision.gain + decision.replacement * (to - from) : Infinity;
  return neededForAddition(from, changed, more, decision) * (sure ? 1 : UNSURE);
}

/** Less where each added word has its time in the recording. */
function neededForAddition(at: number, { starts, wordOf }: Taught, words: number, { gain, addition }: Decision): number {
  const start = starts[wordOf.indexOf(at)] as number;
  const after = wordOf.indexOf(at + words);
  const end = starts[after < 0 ? starts.length - 1 : after] as number;
  return end - start >= SHORTEST_WORD * words ? addition : gain;
}
