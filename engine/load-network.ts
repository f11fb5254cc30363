import type { FoundModel } from '../models/found-model';
import { loadAlignedNetwork } from './aligned-network';
import type { Inference } from './inference';
import type { Network } from './network';
import { loadPictureNetwork } from './picture-network';

/** Opens the model's graphs, according to its architecture. Throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export function loadNetwork({ manifest, folder }: FoundModel, inference: Inference): Promise<Network> {
  return manifest.architecture === 'picture'
    ? loadPictureNetwork({ manifest, folder }, inference)
    : loadAlignedNetwork({ manifest, folder }, inference);
}
