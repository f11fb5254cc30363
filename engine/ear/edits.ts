import { isWrittenWithBlanks, spell } from '../../pipeline/ear/spelling';
import { letterDistance, lettersOf } from '../../pipeline/ear/letters';
import type { Proposal } from '../../pipeline/ear/proposals';
import { candidatesFor } from '../../pipeline/ear/candidates';
import type { EarManifest } from '../../pipeline/ear/manifest';
import type { Ear, Listened } from './ear';
import type { Taught, Teach } from './taught';
import { continuations } from './continue';
import { transcribe, type Transcript } from './transcribe';

const MOST_ROUNDS = 6;
const MOST_SUSPECTS = 3;
/** An addition needs so many times the likelihood where the ear is not sure. */
const UNSURE = 2;
/** Frames: 0.1 s. */
const SHORTEST_WORD = 5;
/** Frames: somebody has gone on where so many follow the end. */
const REST = 75;

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

/** A word of what was probably said. */
export interface SaidWord {
  readonly text: string;
  /** Its place in the expected text; null for a word that is not in it. */
  readonly place: number | null;
}

export interface Edits {
  readonly said: readonly SaidWord[];
  readonly taught: Taught;
  /** Null where it was not needed. */
  readonly transcript: Transcript | null;
}

type Decision = EarManifest['decision'];

/**
 * What was said instead of the expected text, if it was not said: words left out, added or exchanged. Each change is
 * judged by the likelihood of the whole text with and without it, so that no threshold of a single word decides.
 */
export async function findEdits(
  { ear, teach, decision }: Teacher,
  heard: Listened,
  { text, language, prompt }: ExpectedText,
): Promise<Edits> {
  const blank = isWrittenWithBlanks(language) ? ' ' : '';
  const { pieces, end } = spell(text, language);
  const teachWords = (words: readonly SaidWord[]): Promise<Taught> =>
    teach(heard, spell(words.map((word) => word.text).join(blank) + end, language), prompt);
  let said: SaidWord[] = pieces.map((piece, place) => ({ text: piece.trim(), place }));
  let taught = await teachWords(said);
  const goesOn = heard.frames - (taught.starts[taught.wordOf.indexOf(-1)] as number) > REST;
  if (!goesOn && Math.max(...surprises(taught, said.length, decision)) < decision.surprise) return { said, taught, transcript: null };
  const transcript = await transcribe(ear, heard, prompt);
  const isSure = transcript.logProbability >= decision.sure;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const suspects = suspectsOf(said, taught, decision);
    const heardThere = await continuations(ear, heard, [...prompt, ...taught.ids], suspects.map((at) => prompt.length + taught.wordOf.indexOf(at)));
    const texts = said.map((word) => word.text);
    const found = candidatesFor(texts, suspects, heardThere, wordsOf(transcript.text));
    if (goesOn && round === 0) found.push({ from: said.length, to: said.length, said: texts.join(' ') });
    const before = likelihood(taught, decision);
    let best: { words: SaidWord[]; taught: Taught; gain: number } | undefined;
    for (const candidate of found) {
      // Its own words for a text are worth nothing where the ear does not understand the speaker.
      if (!isSure && candidate.to > candidate.from && candidate.said !== '') continue;
      const words = applied(said, candidate);
      if (words.length === 0) continue;
      const tried = await teachWords(words);
      const needed = limit(candidate, tried, words.length - said.length, decision) * (isSure || candidate.said === '' ? 1 : UNSURE);
      const gain = likelihood(tried, decision) - before - needed;
      if (gain > (best?.gain ?? 0)) best = { words, taught: tried, gain };
    }
    if (best === undefined) break;
    ({ words: said, taught } = best);
  }
  return { said, taught, transcript };
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

/** By so many nats the changed text must be likelier. Another text in the place of words is what the decoder itself would write,
 *  which makes it likely beyond its due. @param more words than before */
function limit({ from, to, said }: Proposal, { starts, wordOf }: Taught, more: number, { gain, addition, replacement }: Decision): number {
  if (said === '') return gain;
  if (to > from) return gain + replacement * (to - from);
  const start = starts[wordOf.indexOf(from)] as number;
  const after = wordOf.indexOf(from + more);
  const end = starts[after < 0 ? starts.length - 1 : after] as number;
  return end - start >= SHORTEST_WORD * more ? addition : gain;
}

/** The most surprising words of the expected text, in the order of surprise. */
function suspectsOf(said: readonly SaidWord[], taught: Taught, decision: Decision): number[] {
  const surprise = surprises(taught, said.length, decision);
  return said
    .map((_, i) => i)
    .filter((i) => said[i]?.place !== null && (surprise[i] as number) > decision.surprise)
    .sort((a, b) => (surprise[b] as number) - (surprise[a] as number))
    .slice(0, MOST_SUSPECTS);
}

function likelihood({ logProbability, expected }: Taught, { expectation }: Decision): number {
  let sum = 0;
  for (let i = 0; i < logProbability.length; i++) sum += (logProbability[i] as number) - expectation * (expected[i] as number);
  return sum;
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Old words that are among the new ones keep their places; so do, in their order, those that others stand for. */
function applied(said: readonly SaidWord[], { from, to, said: words }: Proposal): SaidWord[] {
  const added = wordsOf(words);
  const old = said.slice(from, to);
  const places = new Map<number, number | null>();
  let next = 0;
  added.forEach((word, i) => {
    const same = old.findIndex(({ text }, k) => k >= next && letterDistance(lettersOf(text), lettersOf(word)) === 0);
    if (same < 0) return;
    places.set(i, old[same]?.place ?? null);
    next = same + 1;
  });
  const free = old.map(({ place }) => place).filter((place) => ![...places.values()].includes(place));
  const inserted: { text: string; place: number | null }[] = [];
  added.forEach((text, i) => {
    const place = places.get(i) ?? free.shift() ?? null;
    const last = inserted.at(-1);
    // Two words for one stand in its place together.
    if (place === null && last !== undefined && !places.has(i - 1)) last.text += ` ${text}`;
    else inserted.push({ text, place });
  });
  return [...said.slice(0, from), ...inserted, ...said.slice(to)];
}
