import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { phrase, PronError } from '../base/errors';
import { PLAIN_NAME, type ModelManifest } from '../pipeline/model-manifest';
import type { FoundModel } from './found-model';
import { checkManifest } from './manifest-check';
import { readManifest } from './model-files';
import { packageRoot } from '../base/package-root';

const EXTENSION = '.json';

/** The package's own models come first: a file of the same name elsewhere does not replace them. */
export function modelFolders(extra: readonly string[] = []): string[] {
  return [join(packageRoot(), 'models'), ...extra];
}

/** The manifests of all models, by name; a broken one is left out (asking for it says what is wrong). */
export async function listModels(extra: readonly string[] = []): Promise<ModelManifest[]> {
  const manifests: ModelManifest[] = [];
  for (const name of await modelNames(extra)) {
    try {
      manifests.push((await findModel(name, extra)).manifest);
    } catch (error) {
      if (!(error instanceof PronError)) throw error;
    }
  }
  return manifests;
}

/**
 * @param name a plain file name without its extension; anything else is no model
 * @throws PronError PRON_MODEL_MISSING, PRON_MODEL_BROKEN
 */
export async function findModel(name: string, extra: readonly string[] = []): Promise<FoundModel> {
  for (const folder of PLAIN_NAME.test(name) ? modelFolders(extra) : []) {
    const text = await readManifest(folder, name + EXTENSION, name);
    if (text === undefined) continue;
    return { manifest: checkManifest(parse(text, name), name), folder };
  }
  const names = await modelNames(extra);
  const available = names.length === 0 ? phrase('noneInstalled') : names.join(', ');
  throw new PronError('PRON_MODEL_MISSING', { model: name, available });
}

/** The names of all models, broken ones as well. */
export async function modelNames(extra: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of modelFolders(extra)) {
    const files = await readdir(folder).catch(() => []); // a folder that is not there holds no models
    for (const file of files) {
      const name = file.slice(0, -EXTENSION.length);
      if (file.endsWith(EXTENSION) && PLAIN_NAME.test(name)) names.add(name);
    }
  }
  return [...names].sort();
}

function parse(text: string, model: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PronError('PRON_MODEL_BROKEN', { model, reason: phrase('manifestNoJson', { reason: (error as Error).message }) });
  }
}
