import * as v from 'valibot';
import { anyObject, numberFrom, type Frozen } from '../schema';

const numbers = v.array(v.number());

/** What an ear's package says of itself in ear.json. */
export const earManifestSchema = v.object({
  name: v.string(),
  /** Tags of ISO 639, as the model's own tokens have them. */
  languages: v.pipe(v.array(v.string()), v.nonEmpty()),
  licence: v.string(),
  source: anyObject,
  /** SHA-256 of each file. */
  checksums: v.record(v.string(), v.string()),
  /** When another text counts as said: chosen on natives, see training/ear. */
  decision: v.object({
    /** Share of what the language model expects anyway that is taken off a log probability. */
    expectation: numberFrom(0),
    /** A token less likely than this, nats, may not have been said. */
    surprise: numberFrom(0),
    /** Nats that a word costs for which the decoder has put its own. */
    replacement: numberFrom(0),
    /** By so many nats another text must be likelier than the expected one. */
    gain: numberFrom(0),
    /** Mean logarithm of a transcript's probabilities from which on the ear is sure of its own words. */
    sure: numberFrom(-100),
    /** By so many where words were added, if each of them has its time in the recording: the decoder likes to leave out what is
     *  said twice, and finds such a text hardly likelier. */
    addition: numberFrom(0),
    /** By so many the text may be less likely where words were said twice, if they have their time in the recording. */
    repetition: numberFrom(0),
    /** By so much a text's mean log probability lies below that of the transcript where another text was said. */
    fit: numberFrom(-100),
  }),
  /** Which sounds words have, by the language's tag: a dictionary, the graph that hears them, and its symbols after the blank. */
  phones: v.record(
    v.string(),
    v.object({
      dictionary: v.string(),
      head: v.string(),
      symbols: v.pipe(v.array(v.string()), v.nonEmpty()),
      /** What tells a word from another one that differs in one sound: a graph over the same symbols, the common words, and by
       *  how many nats both witnesses together must prefer the other word: see `engine/ear/neighbours`. */
      neighbours: v.optional(v.object({ graph: v.string(), words: v.string(), least: numberFrom(0) })),
    }),
  ),
  /** Where the phones of a language are and which ones they are: the graph, its symbols after the pause, how many of each it has
   *  learned from, and phones that it takes for another one, since natives do not tell them apart. */
  probes: v.record(
    v.string(),
    v.object({
      graph: v.string(),
      symbols: v.pipe(v.array(v.string()), v.nonEmpty()),
      tokens: v.array(numberFrom(0)),
      same: v.record(v.string(), v.string()),
      /** The second witness of each contrast: see `pipeline/ear/contrasts`. */
      contrasts: v.optional(
        v.record(
          v.string(),
          v.object({ mean: numbers, scale: numbers, weights: v.array(numbers), least: numberFrom(0) }),
        ),
      ),
    }),
  ),
  judge: v.object({
    /** The graph that rates as experts would. */
    graph: v.string(),
    /** In a language without phones, that share of the points that a recording loses is taken off: the graph has learned from
     *  English, and natives of another language must come out as natives. Chosen on Korean natives: see training/ear. */
    elsewhere: numberFrom(0),
    /** Where a probe hears the phones, each nat by which the mean of their evidence lies below that of natives takes so many points. */
    evidence: v.object({ natives: numberFrom(-100), points: numberFrom(0) }),
  }),
  figures: anyObject,
});

export type EarManifest = Frozen<v.InferOutput<typeof earManifestSchema>>;
