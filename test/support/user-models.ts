import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Role } from '../../engine/model-graphs';
import type { ModelManifest } from '../../pipeline/model-manifest';
import { temporaryModels } from '../engine/temporary-models';

/** A Node-RED user directory with models of the user's own. */
export interface UserModels {
  readonly userDir: string;
  /** A copy of the default model under another name, its manifest changed by `change`. */
  readonly add: (name: string, change?: (manifest: ModelManifest) => unknown) => void;
  readonly file: (name: string, which: Role | 'manifest') => string;
  readonly remove: () => void;
}

export function userModels(): UserModels {
  const models = temporaryModels();
  const userDir = mkdtempSync(join(tmpdir(), 'pron-user-'));
  symlinkSync(models.folder, join(userDir, 'pronunciation-models'));
  return {
    userDir,
    add: (name, change) => models.add(name, change),
    file: (name, which) => models.file(name, which),
    remove: () => {
      models.remove();
      rmSync(userDir, { recursive: true });
    },
  };
}

/** Refuses nothing but silence, so that a test gets a score whatever the network thinks of its numbers. Where an ear has rated a
 *  recording, the rating is the score. */
export function lenient({ withEar: _, ...manifest }: ModelManifest): ModelManifest {
  return { ...manifest, verdict: LENIENT };
}

const LENIENT = { maxMismatch: 1e6, minSpeech: -1e6, minRmsDb: -200, maxClippedShare: 1, minSnrDb: -200 };

/** Takes every recording for another sentence. */
export function suspicious(manifest: ModelManifest): ModelManifest {
  return { ...manifest, verdict: { ...LENIENT, maxMismatch: -1e6 } };
}
