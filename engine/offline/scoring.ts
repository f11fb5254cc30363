import { calibrationFor } from '../../models/calibrations';
import { isScoredWithoutEar } from '../../models/ear';
import type { Heard } from '../../pipeline/ear/heard';
import { acquireEngine } from '../engine';
import type { ScoreJob, ScoreResult } from '../jobs';
import { findModel } from '../../models/store';
import type { ModelManifest } from '../../pipeline/model-manifest';
import { calibratedScore } from '../../pipeline/siamese/calibration';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import type { Level, MelSpectrogram, NoiseMeasure, Span } from '../../pipeline/types';

/** A learner's recording, ready to be compared. */
export interface Learner {
  readonly mel: MelSpectrogram;
  readonly level: Level;
  readonly noise: NoiseMeasure;
  /** Null if there is no speech. */
  readonly speech: Span | null;
  /** Where the ear has listened. */
  readonly heard?: Heard | undefined;
}

/** Scores recordings with one model, by the same chain as the nodes vad, mel and score. Here vad only finds speech; it cuts
 *  nothing. */
export interface Scoring {
  readonly manifest: ModelManifest;
  /** The score of a distance, through the calibration if there is one. It does not depend on the verdict. */
  readonly toScore: (distance: number) => number;
  learner(wav: Uint8Array): Promise<Learner>;
  /** Which words of a text were said; undefined where there is no ear, or none for that language or length. */
  hear(wav: Uint8Array, text: string, language: string): Promise<Heard | undefined>;
  reference(wav: Uint8Array): Promise<MelSpectrogram>;
  score(learner: Learner, reference: MelSpectrogram, more?: Pick<ScoreJob, 'words' | 'pairPicture'>): Promise<ScoreResult>;
  close(): Promise<void>;
}

/**
 * @param folders further folders with models
 * @param calibration path of a file that the command calibrate wrote
 */
export async function openScoring(model: string, folders: readonly string[], calibration?: string): Promise<Scoring> {
  const found = await findModel(model, folders);
  const { manifest } = found;
  const map = calibration === undefined ? undefined : await calibrationFor(calibration, found);
  const engine = acquireEngine();
  return {
    manifest,
    toScore: map === undefined ? scoreFromDistance : calibratedScore(map.knots),
    async learner(wav) {
      const { mel, facts } = await engine.run({ kind: 'mel', wav, features: manifest.features });
      const { speech } = await engine.run({ kind: 'vad', wav, options: {}, noise: facts.noise });
      return { mel, level: facts.level, noise: facts.noise, speech };
    },
    async hear(wav, text, language) {
      try {
        return (await engine.run({ kind: 'hear', wav, text, language })).heard;
      } catch (error) {
        if (isScoredWithoutEar(error)) return undefined;
        throw error;
      }
    },
    async reference(wav) {
      const { mel } = await engine.run({ kind: 'mel', wav, features: manifest.features });
      return mel;
    },
    score({ mel, level, noise, speech, heard }, reference, more = {}) {
      const facts = { level, noise, speech, heard };
      return engine.run({ kind: 'score', model, learner: mel, reference, facts, modelFolders: folders, calibration, ...more });
    },
    close: () => engine.release(),
  };
}
