import type { ModelManifest } from '../pipeline/model-manifest';
import type { Comparison, EncodedSpeech } from '../pipeline/siamese/compare';
import type { MelSpectrogram } from '../pipeline/types';
import { loadAlignedNetwork } from './aligned-network';
import type { BackendName, Inference } from './inference';
import { findGraph } from '../models/model-files';
import type { FoundModel } from '../models/store';
import { loadPictureNetwork } from './picture-network';

/** A model whose graphs are loaded, whatever its architecture. */
export interface Network<Manifest extends ModelManifest = ModelManifest> {
  readonly backend: BackendName;
  encode(mel: MelSpectrogram): Promise<EncodedSpeech>;
  /** @param manifest of the architecture that was loaded; its limits may have changed since */
  compare(learner: EncodedSpeech, reference: EncodedSpeech, manifest: Manifest): Promise<Comparison>;
  release(): Promise<void>;
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

/** Opens the model's graphs as its architecture wants; throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export function loadNetwork({ manifest, folder }: FoundModel, inference: Inference): Promise<Network> {
  return manifest.architecture === 'picture'
    ? loadPictureNetwork({ manifest, folder }, inference)
    : loadAlignedNetwork({ manifest, folder }, inference);
}
