import { scoreFromDistance } from '../pipeline/siamese/score';
import type { Word } from '../pipeline/types';
import type { ScoreDetails } from '../engine/jobs';
import { memoise } from '../base/memoise';
import { readAudio } from '../engine/offline/read-audio';
import type { ReferenceVoice } from '../engine/offline/reference-voice';
import type { Scoring } from '../engine/offline/scoring';
import type { MeasuredPair } from './measured';
import type { Pair } from './pair';
import { ratedWords } from './words/rated-words';

/** Cached learners. The pair with the own text and the pair with another text follow each other, so a learner is computed once. */
const LEARNERS_KEPT = 16;
/** Cached references, about 100 kB each. */
const REFERENCES_KEPT = 5000;

type SpokenReference = Exclude<Pair['reference'], { readonly path: string }>;

/** Compares one pair. Rejects with a whole sentence if a file or a text can't be used. */
export type Measure = (pair: Pair) => Promise<ScoreDetails>;

/** Returns a function that compares pairs. Each text and language is spoken once, and each reference file is read once. */
export function createMeasure(scoring: Scoring, voice: ReferenceVoice): Measure {
  const learners = memoise(LEARNERS_KEPT, async (path) => scoring.learner(await readAudio(path)));
  const references = memoise(REFERENCES_KEPT, async (key) =>
    scoring.reference(await referenceWav(JSON.parse(key) as Pair['reference'], voice)),
  );
  const voiceWords = memoise(REFERENCES_KEPT, async (key) => {
    const { text, language } = JSON.parse(key) as SpokenReference;
    return (await voice.sayWithWords(text, language)).words;
  });
  /** Gets word times from the voice only if they are needed, because they take longer than the audio. */
  const wordsOf = ({ reference, referenceWords, wordRatings }: Pair): Promise<readonly Word[]> => {
    if (referenceWords !== null) return Promise.resolve(referenceWords);
    return wordRatings === null || 'path' in reference ? Promise.resolve([]) : voiceWords(JSON.stringify(reference));
  };
  return async (pair) => {
    const [learner, reference, words] = await Promise.all([
      learners(pair.learner),
      references(JSON.stringify(pair.reference)),
      wordsOf(pair),
    ]);
    return scoring.score(learner, reference, { words });
  };
}

/** Reads or speaks a pair's reference. @returns a WAV file */
export function referenceWav(reference: Pair['reference'], voice: ReferenceVoice): Promise<Uint8Array> {
  return 'path' in reference ? readAudio(reference.path) : voice.say(reference.text, reference.language);
}

/**
 * The data of a pair that the figures need.
 * @param group the column with the groups for the intervals
 * @param toScore the score of a distance, whatever the verdict
 */
export function measuredPair(
  pair: Pair,
  result: ScoreDetails,
  group: string,
  toScore: (distance: number) => number = scoreFromDistance,
): MeasuredPair {
  return {
    same: pair.same,
    human: pair.human,
    verdict: result.verdict,
    score: result.distance === null ? 0 : toScore(result.distance),
    mismatch: result.mismatch,
    ms: result.ms,
    words: ratedWords(pair.wordRatings, result.words),
    group: pair.fields[group] ?? '',
  };
}
