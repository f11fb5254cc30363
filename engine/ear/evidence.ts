import type { EarManifest } from '../../pipeline/ear/manifest';
import type { SaidWord } from '../../pipeline/ear/said-words';
import type { Taught } from './taught';
import type { Transcript } from './transcribe';

/** The limits of an ear's manifest. */
export type Decision = EarManifest['decision'];

const MOST_SUSPECTS = 3;
/** One or two words may be hard to understand; a sentence that fits nowhere is another one. */
const FEWEST_WORDS = 3;
/** Share of the words at the beginning of a text. */
const BEGINNING = 1 / 3;
/** Mean logarithm of the probabilities of tokens that may have been said. */
const LEAST_LIKELY = -2.5;
/** Frames: somebody has gone on where so many follow the end. */
const REST = 75;
/** Frames of silence that follow every recording. */
const TAIL = 25;

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

/**
 * Whether the text was not said at all: it is much less likely than what the ear itself would write, from its beginning on. Of
 * half a sentence the beginning was said. @param own mean logarithm of the probabilities of the ear's own tokens
 */
export function isAnotherText({ logProbability, wordOf }: Taught, words: number, own: number, { fit }: Decision): boolean {
  const beginning = wordOf.indexOf(Math.ceil(words * BEGINNING));
  return words >= FEWEST_WORDS && mean(logProbability) - own < fit && mean(logProbability.subarray(0, beginning)) < LEAST_LIKELY;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether much follows the end of the text. @param frames of the recording */
export function goesOn(taught: Taught, frames: number): boolean {
  return restOf(taught, frames) > REST - TAIL;
}

/** Frames from the start of a word on, or from the text's end on; without the silence after every recording. */
export function restOf({ starts, wordOf }: Taught, frames: number, word = -1): number {
  return frames - TAIL - (starts[wordOf.indexOf(word)] as number);
}

/** Of each word, from its first token to the token after its last one; frames. */
export function durationsOf({ starts, wordOf }: Taught, words: number): number[] {
  return Array.from({ length: words }, (_, word) => (starts[wordOf.lastIndexOf(word) + 1] as number) - (starts[wordOf.indexOf(word)] as number));
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
