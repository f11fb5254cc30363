import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelManifest } from '../pipeline/model-manifest';

/** TEMPORARY until engine/ offers it. */
export async function findModel(name: string, folder?: string): Promise<ModelManifest> {
  return JSON.parse(await readFile(join(folder ?? 'models', `${name}.json`), 'utf8')) as ModelManifest;
}
