import { calibrationFor } from '../../models/calibrations';
import { isScoredWithoutEar } from '../../models/ear';
import type { Heard } from '../../pipeline/ear/heard';
import type { PronError } from '../../base/errors';
import { acquireEngine } from '../engine';
import type { ScoreJob, ScoreResult } from '../jobs';
import { findModel } from '../../models/store';
import type { ModelManifest } from '../../pipeline/model-manifest';
import type { Calibration } from '../../pipeline/siamese/calibration-file';
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
  readonly calibration: Calibration | undefined;
  learner(wav: Uint8Array): Promise<Learner>;
  /** Which words of a text were said; undefined where there is no ear, or none for that language or length.
   *  @param onWithout is told why */
  hear(wav: Uint8Array, text: string, language: string, onWithout?: (why: PronError) => void): Promise<Heard | undefined>;
  reference(wav: Uint8Array): Promise<MelSpectrogram>;
  score(learner: Learner, reference: MelSpectrogram, more?: Pick<ScoreJob, 'words' | 'voice' | 'contour' | 'others' | 'learnerContour' | 'pairPicture' | 'calibration'>): Promise<ScoreResult>;
  close(): Promise<void>;
}

/** Nobody waits at a microphone: a busy or slow machine may take its time, above all for the ear. */
const LIMIT = { timeoutMs: 600_000 };

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
    calibration: map,
    async learner(wav) {
      const { mel, facts } = await engine.run({ kind: 'mel', wav, features: manifest.features }, LIMIT);
      const { speech } = await engine.run({ kind: 'vad', wav, options: {}, noise: facts.noise }, LIMIT);
      return { mel, level: facts.level, noise: facts.noise, speech };
    },
    async hear(wav, text, language, onWithout) {
      try {
        return (await engine.run({ kind: 'hear', wav, text, language }, LIMIT)).heard;
      } catch (error) {
        if (!isScoredWithoutEar(error)) throw error;
        onWithout?.(error);
        return undefined;
      }
    },
    async reference(wav) {
      const { mel } = await engine.run({ kind: 'mel', wav, features: manifest.features }, LIMIT);
      return mel;
    },
    score({ mel, level, noise, speech, heard }, reference, more = {}) {
      const facts = { level, noise, speech, heard };
      return engine.run({ kind: 'score', model, learner: mel, reference, facts, modelFolders: folders, calibration, ...more }, LIMIT);
    },
    close: () => engine.release(),
  };
}
