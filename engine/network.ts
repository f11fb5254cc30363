import type { ModelManifest } from '../pipeline/model-manifest';
import type { Comparison, EncodedSpeech } from '../pipeline/siamese/compare';
import type { MelSpectrogram } from '../pipeline/types';
import type { BackendName } from './inference';

/** A model whose graphs are loaded, whatever its architecture. */
export interface Network<Manifest extends ModelManifest = ModelManifest> {
  readonly backend: BackendName;
  encode(mel: MelSpectrogram): Promise<EncodedSpeech>;
  /** @param manifest of the architecture that was loaded; its limits may have changed since */
  compare(learner: EncodedSpeech, reference: EncodedSpeech, manifest: Manifest): Promise<Comparison>;
  release(): Promise<void>;
}
