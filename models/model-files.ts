import { phrase, PronError } from '../base/errors';
import { FileFault, findFileIn, readText, readWhole, type FoundFile } from '../base/files';
import type { FoundModel } from './found-model';

/** The default model's manifest has 33 kB, its largest graph 4.3 MB; a small Pi has 512 MB for everything. */
export const MAX_MANIFEST_BYTES = 1_000_000;
export const MAX_GRAPH_BYTES = 100_000_000;

/**
 * A manifest's text, undefined where the folder has none of that name.
 * @throws PronError PRON_MODEL_BROKEN also where it is a link that leads out of the folder
 */
export async function readManifest(folder: string, file: string, model: string): Promise<string | undefined> {
  try {
    return await readText(await findFileIn(folder, file, MAX_MANIFEST_BYTES));
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    if (error.kind === 'missing') return undefined;
    throw new PronError('PRON_MODEL_BROKEN', { model, reason: phrase('fileNotRead', { file, reason: error.reason }) });
  }
}

/** One of a model's graphs, in the model's own folder. @throws PronError PRON_MODEL_BROKEN */
export async function findGraph(model: FoundModel, file: string): Promise<FoundFile> {
  return orBroken(model, file, findFileIn(model.folder, file, MAX_GRAPH_BYTES));
}

/** Changes when a model's graphs are replaced; throws PRON_MODEL_BROKEN where one is missing. */
export async function graphsStamp(model: FoundModel): Promise<string> {
  const { manifest, folder } = model;
  const stamps: string[] = [folder, manifest.architecture];
  for (const file of Object.values(manifest.graphs)) {
    const { bytes, modified } = await findGraph(model, file);
    stamps.push(`${file} ${bytes} ${modified}`);
  }
  return stamps.join('|');
}

/** @throws PronError PRON_MODEL_BROKEN */
export async function readGraph(model: FoundModel, file: string): Promise<Buffer> {
  const found = await findGraph(model, file);
  return orBroken(model, file, readWhole(found));
}

async function orBroken<T>({ manifest }: FoundModel, file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const reason = error.kind === 'missing' ? phrase('fileMissing', { file }) : phrase('fileNotRead', { file, reason: error.reason });
    throw new PronError('PRON_MODEL_BROKEN', { model: manifest.name, reason });
  }
}
