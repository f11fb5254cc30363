import { gunzipSync } from 'node:zlib';
import { englishAdvice, neighboursOf, type Neighbour } from '../../pipeline/ear/contrasts/english';
import type { HeardHint, HeardPhone } from '../../pipeline/ear/heard';
import { isSpelledAlike } from '../../pipeline/ear/letters';
import type { AlignedPhone, Posteriors } from '../../pipeline/ear/phones/align';
import { dictionaryBySound } from '../../pipeline/ear/phones/by-sound';
import { pronunciationsOf, type Dictionary } from '../../pipeline/ear/phones/dictionary';
import { logLikelihood } from '../../pipeline/ear/phones/likelihood';
import { bareWord } from '../../language/written-word';
import { readEarFile, type FoundEar } from '../../models/ear';
import type { Graph, Inference } from '../inference';
import { openEarGraph, valueOf, type Listened } from './ear';
import { confidenceOf } from './hints';
import type { PhoneHead } from './phone-head';
import type { Teacher } from './teacher';
import { LEAST_EXPECTED, likelihoodOf, teachWords, type Belief } from './trial';

/** A word that sounded like another one, which differs from it in one sound. */
export interface NearWord {
  /** Place of the word in the expected text. */
  readonly place: number;
  readonly heardAs: string;
  readonly neighbour: Neighbour;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What was said, in the spelling of the text. */
export type SaidText = Pick<Belief, 'said' | 'taught' | 'end' | 'language'>;

/** @param expected the words as people see them */
export type FindNearWords = (teacher: Teacher, listened: Listened, text: SaidText, expected: readonly string[]) => Promise<NearWord[]>;

/** What the sounds of one language are found with. */
export interface NeighbourSounds {
  readonly head: PhoneHead;
  /** Over the encoder's fourth and fifth block: it has learned to tell words apart that differ in one sound. */
  readonly graph: Graph;
  /** The common words by their sounds. */
  readonly bySound: Dictionary;
  /** Nats by which both witnesses together must prefer the other word. */
  readonly least: number;
}

/** Another word, and by how many nats the sounds prefer it. */
interface Candidate {
  readonly word: string;
  readonly neighbour: Neighbour;
  readonly lead: number;
}

/** Where a word is in a recording. */
interface Stretch {
  /** The phones of its likeliest pronunciation, and all pronunciations. */
  readonly own: readonly string[];
  readonly ways: readonly (readonly string[])[];
  /** By how many nats other phones are likelier there than the word's own. */
  readonly lead: (phones: readonly string[]) => number;
}

/** A candidate and by how many nats the decoder prefers it. */
interface Tried extends Candidate {
  readonly gain: number;
}

/** Of each language whose neighbours the ear knows, by its tag. @throws PronError PRON_EAR_BROKEN, PRON_NO_INFERENCE */
export async function openNeighbours(found: FoundEar, inference: Inference, heads: ReadonlyMap<string, PhoneHead>): Promise<ReadonlyMap<string, FindNearWords>> {
  const out = new Map<string, FindNearWords>();
  const unpacked = async (file: string): Promise<Buffer> => gunzipSync(await readEarFile(found, file));
  for (const [language, { dictionary, neighbours }] of Object.entries(found.manifest.phones)) {
    const head = heads.get(language);
    if (neighbours === undefined || head === undefined) continue;
    const common = new Set((await unpacked(neighbours.words)).toString('latin1').trim().split('\n'));
    const graph = await openEarGraph(found, inference, neighbours.graph);
    out.set(language, createNearWords({ head, graph, bySound: dictionaryBySound(await unpacked(dictionary), common), least: neighbours.least }));
  }
  return out;
}

/**
 * Finds the words that were said like another common word, with one sound exchanged, left out or added. Two witnesses must prefer
 * the other word, and together by `least` nats: the sounds where the word is, and the decoder. Where the ear has found another word
 * in the place of one before, and that is such a neighbour, it is named too.
 */
export function createNearWords(sounds: NeighbourSounds): FindNearWords {
  return async (teacher, listened, text, expected) => {
    const { said } = text;
    const { phones } = await sounds.head.hear(listened, said.map((word) => expected[word.place ?? -1] ?? bareWord(word.text)));
    const posteriors = await posteriorsOf(sounds, listened);
    const found: NearWord[] = [];
    for (const [at, { place, text: spoken }] of said.entries()) {
      const written = expected[place ?? -1];
      if (place === null || written === undefined) continue;
      const stretch = stretchOf(sounds, posteriors, phones, at, written);
      if (stretch === undefined) continue;
      const candidates = candidatesFor(sounds, stretch, written);
      const near = isSpelledAlike(spoken, written)
        ? await likeliest(teacher, listened, text, at, candidates, sounds.least)
        : (exchangedFor(candidates, spoken) ?? (await behind(teacher, listened, text, at, written, likelierThan(candidates, sounds, stretch, spoken), sounds.least)));
      if (near !== undefined) found.push({ place, heardAs: near.word, neighbour: near.neighbour, confidence: confidenceOf([near.lead, near.gain]) });
    }
    return found;
  };
}

/** Where a word of the text that has the phones is: from the end of the sound before it to the start of the one after it. */
function stretchOf({ head }: NeighbourSounds, posteriors: Posteriors, phones: readonly AlignedPhone[], at: number, written: string): Stretch | undefined {
  const own = phones.filter(({ word }) => word === at).map(({ symbol }) => head.symbols[symbol - 1] as string);
  if (own.length === 0) return undefined;
  const first = phones.findIndex(({ word }) => word === at);
  const [from, to] = [phones[first - 1]?.end ?? 0, phones[first + own.length]?.start ?? posteriors.frames];
  const likelihood = (symbols: readonly string[]): number => logLikelihood(posteriors, symbols.map((symbol) => head.symbols.indexOf(symbol) + 1), from, to);
  const ways = pronunciationsOf(written, head.dictionary);
  const usual = Math.max(...ways.map(likelihood));
  return { own, ways, lead: (symbols) => likelihood(symbols) - usual };
}

/** Common words that differ from a written one in one sound. */
function candidatesFor({ bySound }: NeighbourSounds, { own, ways, lead }: Stretch, written: string): Candidate[] {
  const seen = new Set(ways.map(keyOf));
  return neighboursOf(own).flatMap((neighbour) => {
    const key = keyOf(neighbour.phones);
    if (seen.has(key)) return [];
    seen.add(key);
    const words = bySound(key).flat().filter((word) => !isSpelledAlike(word, written));
    if (words.length === 0) return [];
    const nats = lead(neighbour.phones);
    return words.map((word) => ({ word, neighbour, lead: nats }));
  });
}

/** Those whose sounds are at least as likely as those of the word that the ear has found. */
function likelierThan(candidates: readonly Candidate[], { head }: NeighbourSounds, { lead }: Stretch, spoken: string): Candidate[] {
  const least = Math.max(-Infinity, ...pronunciationsOf(bareWord(spoken), head.dictionary).map(lead));
  return candidates.filter((candidate) => candidate.lead >= least);
}

/** What the learner is told. @param words of the text as people see them @param phones of the text */
export function nearHint({ place, heardAs, neighbour, confidence }: NearWord, words: readonly string[], phones: readonly HeardPhone[]): HeardHint {
  const own = phones.filter(({ word }) => word === place);
  const syllable = own[Math.min(neighbour.place, own.length - 1)]?.syllable;
  return { word: place, ...(syllable !== undefined && { syllable }), expected: words[place] ?? '', said: heardAs, contrast: englishAdvice(neighbour), confidence };
}

/** The candidate that both witnesses prefer most, with the decoder's gain; undefined where they prefer none. */
async function likeliest(teacher: Teacher, listened: Listened, text: SaidText, at: number, candidates: readonly Candidate[], least: number): Promise<Tried | undefined> {
  let best: Tried | undefined;
  for (const candidate of candidates) {
    const { lead, word } = candidate;
    if (lead < 0) continue;
    const needed = Math.max(0, (best === undefined ? least : best.lead + best.gain) - lead);
    const gain = await decoderGain(teacher, listened, text, at, word, needed);
    if (gain > needed) best = { ...candidate, gain };
  }
  return best;
}

/** By how many nats the decoder prefers another word; -Infinity where that is surely no more than what is needed. */
async function decoderGain(teacher: Teacher, listened: Listened, text: SaidText, at: number, word: string, needed: number): Promise<number> {
  const { expectation } = teacher.decision;
  const least = needed - expectation * LEAST_EXPECTED;
  const words = text.said.map((own, i) => (i === at ? { text: own.text.replace(bareWord(own.text), word) } : own));
  const other = await likelihoodOf(teacher, listened, text, words, least);
  if (other === undefined || other.likelier <= least) return -Infinity;
  return other.likelier - expectation * (await other.expected());
}

/** The likeliest candidate where the ear has found a word that is none: the decoder's own word is a guess. */
async function behind(teacher: Teacher, listened: Listened, text: SaidText, at: number, written: string, candidates: readonly Candidate[], least: number): Promise<Tried | undefined> {
  if (!candidates.some(({ lead }) => lead >= 0)) return undefined;
  const said = text.said.map((word, i) => (i === at ? { ...word, text: written } : word));
  return likeliest(teacher, listened, { ...text, said, taught: await teachWords(teacher, listened, text, said) }, at, candidates, least);
}

/** The candidate that the ear has found in the place of the word: it was tried by the decoder before. */
function exchangedFor(candidates: readonly Candidate[], said: string): Tried | undefined {
  const candidate = candidates.find(({ word }) => isSpelledAlike(word, said));
  return candidate && { ...candidate, gain: Infinity };
}

/** Run once for a recording. */
async function posteriorsOf({ graph, head }: NeighbourSounds, { block4, block5, frames, size }: Listened): Promise<Posteriors> {
  const dims = [frames, size];
  const out = await graph.run({ block4: { data: block4, dims }, block5: { data: block5, dims } });
  return { data: valueOf(out, 'logPosterior').data, frames, symbols: head.symbols.length + 1 };
}

function keyOf(phones: readonly string[]): string {
  return phones.join('-');
}
