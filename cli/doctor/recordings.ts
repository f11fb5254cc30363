import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelManifest } from '../../pipeline/model-manifest';
import type { ScoreResult } from '../../engine/jobs';
import { packageRoot } from '../../base/package-root';
import type { Supervisor } from '../../engine/supervisor';

const FOLDER = 'recordings';
const LEARNER = 'en-correct.wav';
const OTHER_SENTENCE = 'en-native.wav';

/** The scores that a model gives to the bundled recordings. */
export interface Tried {
  /** Of a recording with itself. */
  readonly same: ScoreResult;
  /** Of two that say different sentences. */
  readonly other: ScoreResult;
}

/** Compares bundled recordings by a model, in the engine's process. @throws PronError whatever the jobs fail with */
export async function tryModel(engine: Supervisor, manifest: ModelManifest, modelFolders: readonly string[]): Promise<Tried> {
  const owner = Symbol('doctor');
  const mel = async (name: string) => {
    const wav = await readFile(join(packageRoot(), 'practice', FOLDER, name));
    return engine.run({ kind: 'mel', wav, features: manifest.features }, owner);
  };
  const [learner, other] = [await mel(LEARNER), await mel(OTHER_SENTENCE)];
  const score = (reference: typeof learner) =>
    engine.run({ kind: 'score', model: manifest.name, modelFolders, learner: learner.mel, reference: reference.mel, facts: learner.facts }, owner);
  return { same: await score(learner), other: await score(other) };
}

/** Stops the engine when the check is stopped, so that the next check does not wait for its job. */
export async function stoppingOnAbort<T>(engine: Supervisor, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const stop = (): void => void engine.stop();
  signal.addEventListener('abort', stop);
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
