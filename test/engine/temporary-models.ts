import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import type { Role } from '../../engine/model-graphs';
import type { AlignedManifest } from '../../pipeline/model-manifest';

const MODELS = join(packageRoot(), 'models');

/** A folder of models of a test's own. */
export interface TemporaryModels {
  readonly folder: string;
  /** A copy of the default model under another name, its manifest changed by `change`. */
  add(name: string, change?: (manifest: AlignedManifest) => unknown): void;
  file(name: string, which: Role | 'manifest'): string;
  remove(): void;
}

export function temporaryModels(): TemporaryModels {
  const folder = mkdtempSync(join(tmpdir(), 'pron-models-'));
  const file: TemporaryModels['file'] = (name, which) =>
    join(folder, which === 'manifest' ? `${name}.json` : `${name}.${which}.onnx`);
  return {
    folder,
    file,
    add(name, change = (manifest) => manifest) {
      const original = JSON.parse(readFileSync(join(MODELS, 'default.json'), 'utf8')) as AlignedManifest;
      const graphs = { encoder: `${name}.encoder.onnx`, head: `${name}.head.onnx`, sentence: `${name}.sentence.onnx` };
      for (const role of ['encoder', 'head', 'sentence'] as const) {
        copyFileSync(join(MODELS, original.graphs[role]), join(folder, graphs[role]));
      }
      writeFileSync(file(name, 'manifest'), JSON.stringify(change({ ...original, name, graphs })));
    },
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}
