import type { ModelManifest } from '../pipeline/model-manifest';
import type { Comparison, EncodedSpeech } from '../pipeline/siamese/compare';
import type { MelSpectrogram } from '../pipeline/types';
import type { BackendName } from './inference';

/** A model with loaded graphs, of any architecture. */
export interface Network<Manifest extends ModelManifest = ModelManifest> {
  readonly backend: BackendName;
  encode(mel: MelSpectrogram): Promise<EncodedSpeech>;
  /** @param manifest the current one, of the loaded architecture: its limits may have changed since the graphs were loaded */
  compare(learner: EncodedSpeech, reference: EncodedSpeech, manifest: Manifest): Promise<Comparison>;
  release(): Promise<void>;
}
