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

/** A pair's own-text and other-text comparison follow each other: the learner is computed once. */
const LEARNERS_KEPT = 16;
/** About 100 kB each. */
const REFERENCES_KEPT = 5000;

type SpokenReference = Exclude<Pair['reference'], { readonly path: string }>;

/** Compares one pair. Rejects with a whole sentence where a file or a text can't be used. */
export type Measure = (pair: Pair) => Promise<ScoreDetails>;

/** References are spoken or read once for each distinct text and language, or file. */
export function createMeasure(scoring: Scoring, voice: ReferenceVoice): Measure {
  const learners = memoise(LEARNERS_KEPT, async (path) => scoring.learner(await readAudio(path)));
  const references = memoise(REFERENCES_KEPT, async (key) =>
    scoring.reference(await referenceWav(JSON.parse(key) as Pair['reference'], voice)),
  );
  const voiceWords = memoise(REFERENCES_KEPT, async (key) => {
    const { text, language } = JSON.parse(key) as SpokenReference;
    return (await voice.sayWithWords(text, language)).words;
  });
  /** The voice is asked only where its answer is needed: the times cost more than the audio. */
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

/** A WAV file of a pair's reference: read, or spoken. */
export function referenceWav(reference: Pair['reference'], voice: ReferenceVoice): Promise<Uint8Array> {
  return 'path' in reference ? readAudio(reference.path) : voice.say(reference.text, reference.language);
}

/**
 * What the figures need of a pair.
 * @param group the column of the intervals' groups
 * @param toScore the score of a distance, refused or not
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
