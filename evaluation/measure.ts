import { belowTop, changesOf } from '../pipeline/siamese/changes';
import { DEFAULT_TIERS } from '../pipeline/siamese/score';
import type { MelSpectrogram, Word } from '../pipeline/types';
import type { ScoreDetails, ScoreReference } from '../engine/jobs';
import { memoise } from '../base/memoise';
import { readAudio } from '../engine/offline/read-audio';
import type { ReferenceVoice } from '../engine/offline/reference-voice';
import type { Scoring } from '../engine/offline/scoring';
import { createHear, hearNothing, type Hearing } from './hearing';
import type { Pair, SpokenText } from './pair';

/** Cached learners. The pair with the own text and the pair with another text follow each other, so a learner is computed once. */
const LEARNERS_KEPT = 16;
/** Cached references, about 100 kB each. */
const REFERENCES_KEPT = 5000;

/** What both witnesses say of a pair, and what the Siamese network says alone, without a calibration. */
export interface PairResult extends ScoreDetails {
  readonly hearing: Hearing;
  readonly alone: ScoreDetails;
}

/** Compares one pair. Rejects with a whole sentence if a file or a text can't be used. */
export type Measure = (pair: Pair) => Promise<PairResult>;

export interface MeasureWith {
  readonly scoring: Scoring;
  readonly voice: ReferenceVoice;
  /** They speak each text too, and the nearest counts. */
  readonly otherVoices?: readonly ReferenceVoice[];
  /** Whether the ear listens where it can. */
  readonly withEar: boolean;
}

/** The spectrogram of a reference, by its JSON. */
type References = (key: string) => Promise<MelSpectrogram>;

/** Returns a function that compares pairs. Each text and language is spoken once, and each reference file is read once. */
export function createMeasure({ scoring, voice, otherVoices = [], withEar }: MeasureWith): Measure {
  const recordings = memoise(LEARNERS_KEPT, (path) => readAudio(path));
  const learners = memoise(LEARNERS_KEPT, async (path) => scoring.learner(await recordings(path)));
  const hear = withEar ? createHear(scoring, recordings) : hearNothing;
  const [references, ...inOtherVoices] = [voice, ...otherVoices].map((speaker) =>
    memoise(REFERENCES_KEPT, async (key) => scoring.reference(await referenceWav(JSON.parse(key) as Pair['reference'], speaker))),
  ) as [References, ...References[]];
  const voiceWords = memoise(REFERENCES_KEPT, async (key) => {
    const { text, language } = JSON.parse(key) as SpokenText;
    return (await voice.sayWithWords(text, language)).words;
  });
  /** Gets word times from the voice only if they are needed, because they take longer than the audio. */
  const wordsOf = ({ reference, referenceWords, wordRatings }: Pair): Promise<readonly Word[]> => {
    if (referenceWords !== null) return Promise.resolve(referenceWords);
    return wordRatings === null || 'path' in reference ? Promise.resolve([]) : voiceWords(JSON.stringify(reference));
  };
  const othersOf = async ({ reference, otherReferences }: Pair): Promise<ScoreReference[]> => {
    const recorded = otherReferences.map((path) => references(JSON.stringify({ path })));
    const spoken = 'path' in reference ? [] : inOtherVoices.map((say) => say(JSON.stringify(reference)));
    return (await Promise.all([...recorded, ...spoken])).map((other) => ({ reference: other }));
  };
  return async (pair) => {
    const [learner, hearing, reference, words, others] = await Promise.all([
      learners(pair.learner),
      hear(pair),
      references(JSON.stringify(pair.reference)),
      wordsOf(pair),
      othersOf(pair),
    ]);
    const details = await scoring.score({ ...learner, heard: hearing.heard }, reference, { words, others });
    const isAlone = hearing.heard === undefined && !details.calibrated;
    const alone = isAlone ? details : await scoring.score(learner, reference, { words, others, calibration: undefined });
    const points = belowTop(details.points, DEFAULT_TIERS, changesOf(hearing.heard));
    return { ...details, points, hearing, alone };
  };
}

/** Reads or speaks a pair's reference. @returns a WAV file */
export function referenceWav(reference: Pair['reference'], voice: ReferenceVoice): Promise<Uint8Array> {
  return 'path' in reference ? readAudio(reference.path) : voice.say(reference.text, reference.language);
}
