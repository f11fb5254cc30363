import { sentenceNumbers, sentenceVectors, wordNumbers, wordVectors, SENTENCE_NUMBERS, WORD_NUMBERS } from '../../pipeline/ear/judge/inputs';
import { findHints } from './hints';
import type { HeardHint, HeardPhone, HeardSyllable, Rating } from '../../pipeline/ear/heard';
import { phoneFeatures, phoneFeatureSize, phoneSpan } from '../../pipeline/ear/phones/features';
import { primaryLanguage } from '../../pipeline/language-tag';
import { EAR_FRAME_MS } from '../../pipeline/ear/samples';
import type { FoundEar } from '../../models/ear';
import type { Graph, Inference, Integers, Values } from '../inference';
import { integers, openEarGraph, valueOf, type Listened } from './ear';
import type { HeardPhones, PhoneHead } from './phone-head';
import type { PhoneProbe } from './phone-probe';
import { withSyllables } from './syllables';
import type { Taught } from './taught';

/** What experts would say of a recording; scores 0 to 100. */
export interface Judged {
  readonly rating: Rating;
  readonly words: readonly number[];
  /** None for a language of which the ear does not know the phones. */
  readonly phones: readonly HeardPhone[];
  /** Of each word; none where the ear does not know the language's syllables. */
  readonly syllables: readonly (readonly HeardSyllable[])[];
  /** None where the language has no contrasts. */
  readonly hints: readonly HeardHint[];
}

/** A text in a recording. */
export interface HeardText {
  readonly listened: Listened;
  /** That the ear was given. */
  readonly samples: Float32Array;
  /** Of the expected text. */
  readonly taught: Taught;
  /** As people see them. */
  readonly words: readonly string[];
  /** The words as they are pronounced, in one line, where the language has such a line and a writer may have given readings. */
  readonly pronounced?: string | undefined;
  /** Time of the ear's first frame in the recording. */
  readonly startMs: number;
}

/** @param language BCP 47 tag */
export type Judge = (heard: HeardText, language: string) => Promise<Judged>;

/**
 * A small network over what the ear knows of a text in a recording: see training/ear/heads.
 * @throws PronError PRON_EAR_BROKEN, PRON_NO_INFERENCE
 */
export async function openJudge(
  found: FoundEar,
  inference: Inference,
  heads: ReadonlyMap<string, PhoneHead>,
  probes: ReadonlyMap<string, PhoneProbe>,
): Promise<Judge> {
  const graph = await openEarGraph(found, inference, found.manifest.judge.graph);
  return createJudge(graph, heads, probes, found.manifest);
}

function createJudge(
  graph: Graph,
  heads: ReadonlyMap<string, PhoneHead>,
  probes: ReadonlyMap<string, PhoneProbe>,
  { judge: { elsewhere, evidence }, probes: manifests }: FoundEar['manifest'],
): Judge {
  return async ({ listened, samples, taught, words, pronounced, startMs }, language) => {
    const head = heads.get(primaryLanguage(language));
    const found = await head?.hear(listened, words);
    const phones = found?.phones ?? [];
    const { frames, size } = listened;
    const out = await graph.run({
      ...phoneInputs(found, listened),
      words: floats(wordNumbers(taught, words.length, phones, frames), words.length, WORD_NUMBERS),
      vectors: floats(wordVectors(taught, taught, words.length, size), words.length, 3 * size),
      sentence: floats(sentenceNumbers(taught, words.length, phones, frames), SENTENCE_NUMBERS),
      sentenceVectors: floats(sentenceVectors({ data: listened.last, frames, size }, { data: listened.block4, frames, size }), 3 * size),
      useVectors: floats(Float32Array.of(head === undefined ? 0 : 1), 1),
    });
    const probed = await probes.get(primaryLanguage(language))?.probe(listened, { words, pronounced }, startMs);
    const lost = head === undefined ? elsewhere : 1;
    const points = (name: string): number[] =>
      [...valueOf(out, name).data].map((score) => 100 * (1 - lost * (1 - Math.min(1, Math.max(0, score)))));
    const [total = 0, accuracy = 0, fluency = 0, prosodic = 0] = points('sentenceScores');
    const withPhones = (score: number, found: number | null | undefined): number => {
      return found == null ? score : Math.max(0, score - evidence.points * Math.max(0, evidence.natives - found));
    };
    const ms = (frame: number): number => Math.max(0, Math.round(startMs + frame * EAR_FRAME_MS));
    const goodness = points('phoneScores');
    const scoredPhones = (): HeardPhone[] =>
      phones.map(({ word, symbol }, i) => {
        const { from, to } = phoneSpan(phones, i, frames);
        return { word, symbol: head?.symbols[symbol - 1] ?? '', startMs: ms(from), endMs: ms(to), goodness: goodness[i] as number };
      });
    return {
      rating: {
        total: withPhones(total, probed?.evidence),
        accuracy: withPhones(accuracy, probed?.evidence),
        fluency,
        prosodic,
        ...(head === undefined ? { elsewhere: true } : {}),
      },
      words: points('wordScores').map((score, word) => withPhones(score, probed?.ofWords[word])),
      ...(probed === undefined ? withSyllables(words, scoredPhones(), language) : { phones: probed.phones, syllables: probed.syllables }),
      hints: probed === undefined ? [] : findHints(samples, probed, manifests[primaryLanguage(language)]?.contrasts ?? {}),
    };
  };
}

/** The graph needs one phone at least: one of no word, where there is none. */
function phoneInputs(found: HeardPhones | undefined, { block5, frames, size }: Listened): Readonly<Record<string, Values | Integers>> {
  if (found === undefined || found.phones.length === 0) {
    const width = phoneFeatureSize(size, SYMBOLS);
    return { phones: floats(new Float32Array(width), 1, width), symbols: integers([0]), phoneWords: integers([-1]) };
  }
  const { phones, posteriors } = found;
  return {
    phones: floats(phoneFeatures(phones, posteriors, { data: block5, frames, size }), phones.length, phoneFeatureSize(size, posteriors.symbols)),
    symbols: integers(phones.map(({ symbol }) => symbol - 1)),
    phoneWords: integers(phones.map(({ word }) => word)),
  };
}

/** That the judge was trained with, the blank among them. */
const SYMBOLS = 40;

function floats(data: Float32Array, ...dims: number[]): Values {
  return { data, dims };
}
