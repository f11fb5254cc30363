import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePictureGraph } from '../../models/picture-graph';
import { LESSON_SHAPE, type NetworkWeights } from '../../pipeline/picture-training/network';
import type { PictureManifest } from '../../pipeline/model-manifest';

/** Beyond every distance: as in the original project no recording is refused as another sentence. */
const REFUSES_NONE = 1e6;

/** What the manifest says about how the model was made. */
export interface Training {
  readonly command: string;
  readonly created: string;
  readonly natives: number;
  readonly foreigners: number;
  readonly epochs: number;
  readonly seed: number;
  /** Mean of the last epoch. */
  readonly loss: number;
}

const filesOf = (name: string): { manifest: string; encoder: string } => ({ manifest: `${name}.json`, encoder: `${name}.encoder.onnx` });

/**
 * Writes a trained network as a model like any other: NAME.json and NAME.encoder.onnx.
 * @param like the model whose pictures it has learned from
 */
export async function writeModel(folder: string, name: string, weights: NetworkWeights, training: Training, like: PictureManifest): Promise<void> {
  const { manifest: file, encoder } = filesOf(name);
  const manifest: PictureManifest = {
    name,
    title: `${name}: trained here`,
    description: 'A first model, made in a lesson: it has learned to tell natives from foreigners by pictures of their recordings, whatever they say. It refuses no sentence.',
    architecture: 'picture',
    graphs: { encoder },
    features: like.features,
    score: like.score,
    verdict: { ...like.verdict, maxMismatch: REFUSES_NONE },
    licence: 'made from recordings of your own',
    training: { ...training },
    figures: {},
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, encoder), writePictureGraph(weights, LESSON_SHAPE));
  await writeFile(join(folder, file), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Deletes the files that `writeModel` has written. */
export async function deleteModel(folder: string, name: string): Promise<void> {
  for (const file of Object.values(filesOf(name))) await rm(join(folder, file), { force: true });
}
