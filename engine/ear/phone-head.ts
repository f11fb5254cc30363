import { gunzipSync } from 'node:zlib';
import { alignPhones, type AlignedPhone, type Posteriors } from '../../pipeline/ear/phones/align';
import { pronunciationsOf, readDictionary, type Dictionary } from '../../pipeline/ear/phones/dictionary';
import { bareWord } from '../../language/written-word';
import { readEarFile, type FoundEar } from '../../models/ear';
import type { Graph, Inference } from '../inference';
import { openEarGraph, valueOf, type Listened } from './ear';
import { overFrames } from './frame-graph';
import { createWordSounds, type SoundScale, type WordSounds } from './word-sounds';

/** The sounds of one language: which ones its words have, and where they are in a recording. */
export interface PhoneHead {
  /** The graph's outputs are the blank and then these. */
  readonly symbols: readonly string[];
  readonly hear: (listened: Listened, words: readonly string[]) => Promise<HeardPhones>;
  readonly sounds: WordSounds;
  readonly dictionary: Dictionary;
}

/** The head has learned the order of the phones, not where they are, and finds nearly every frame blank. */
const SCALE: SoundScale = { blankPrice: 2, usualLoss: 2 };

export interface HeardPhones {
  readonly phones: readonly AlignedPhone[];
  readonly posteriors: Posteriors;
}

export function createPhoneHead(graph: Graph, dictionary: Dictionary, symbols: readonly string[]): PhoneHead {
  const idOf = new Map(symbols.map((symbol, i) => [symbol, i + 1]));
  const pronunciations = (word: string): number[][] =>
    pronunciationsOf(word, dictionary).map((phones) => phones.flatMap((symbol) => idOf.get(symbol) ?? []));
  return {
    symbols,
    dictionary,
    sounds: createWordSounds(graph, symbols.length, (words) => words.map((word) => pronunciations(bareWord(word))), SCALE),
    async hear(listened, words) {
      const { data } = valueOf(await overFrames(graph, listened), 'logPosterior');
      const posteriors = { data, frames: listened.frames, symbols: symbols.length + 1 };
      return { posteriors, phones: alignPhones(posteriors, words.map(pronunciations)) };
    },
  };
}

/** All that the ear has, by the language's tag. @throws PronError PRON_EAR_BROKEN, PRON_NO_INFERENCE */
export async function openPhoneHeads(found: FoundEar, inference: Inference): Promise<ReadonlyMap<string, PhoneHead>> {
  const heads = new Map<string, PhoneHead>();
  for (const [language, { dictionary, head, symbols }] of Object.entries(found.manifest.phones)) {
    heads.set(language, createPhoneHead(await openEarGraph(found, inference, head), await openDictionary(found, dictionary), symbols));
  }
  return heads;
}

/** @throws PronError PRON_EAR_BROKEN */
export async function openDictionary(found: FoundEar, file: string): Promise<Dictionary> {
  return readDictionary(gunzipSync(await readEarFile(found, file)));
}
