import { acquireEngine } from '../engine/engine';
import type { ScoreJob, ScoreResult } from '../engine/jobs';
import { findModel } from '../engine/models';
import type { ModelManifest } from '../pipeline/model-manifest';
import type { Level, MelSpectrogram, NoiseMeasure, Span } from '../pipeline/types';

/** A learner's recording, ready to be compared. */
export interface Learner {
  readonly mel: MelSpectrogram;
  readonly level: Level;
  readonly noise: NoiseMeasure;
  /** Null where there is no speech. */
  readonly speech: Span | null;
}

/** A model and the engine that runs it; the same chain as the nodes vad (which finds), mel and score. */
export interface Scoring {
  readonly manifest: ModelManifest;
  learner(wav: Uint8Array): Promise<Learner>;
  reference(wav: Uint8Array): Promise<MelSpectrogram>;
  score(learner: Learner, reference: MelSpectrogram, more?: Pick<ScoreJob, 'words' | 'pairPicture'>): Promise<ScoreResult>;
  close(): Promise<void>;
}

/** @param folders further folders of models */
export async function openScoring(model: string, folders: readonly string[]): Promise<Scoring> {
  const { manifest } = await findModel(model, folders);
  const engine = acquireEngine();
  return {
    manifest,
    async learner(wav) {
      const { mel, facts } = await engine.run({ kind: 'mel', wav, features: manifest.features });
      const { speech } = await engine.run({ kind: 'vad', wav, options: {} });
      return { mel, level: facts.level, noise: facts.noise, speech };
    },
    async reference(wav) {
      const { mel } = await engine.run({ kind: 'mel', wav, features: manifest.features });
      return mel;
    },
    score({ mel, level, noise, speech }, reference, more = {}) {
      const facts = { level, noise, speech };
      return engine.run({ kind: 'score', model, learner: mel, reference, facts, modelFolders: folders, ...more });
    },
    close: () => engine.release(),
  };
}
