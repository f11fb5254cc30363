import type { MelFeatures } from './types';

/** NAME.json beside its ONNX files: all that is needed to use a model and to judge it. */
export type ModelManifest = AlignedManifest | PictureManifest;

interface CommonManifest {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly features: MelFeatures;
  /** score = 100 - 50 * distance; 0 from the margin of the contrastive loss on. */
  readonly score: { readonly margin: number };
  readonly verdict: VerdictLimits;
  readonly licence: string;
  readonly training: Readonly<Record<string, unknown>>;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** The pipeline runs an encoder, DTW, and a head on pieces of the reference. */
export interface AlignedManifest extends CommonManifest {
  readonly architecture: 'aligned-pieces';
  /** File names beside the manifest: the encoder hears a recording, the head judges pieces, `sentence` tells from what
   *  the head says of all of them whether it is another sentence. */
  readonly graphs: { readonly encoder: string; readonly head: string; readonly sentence: string };
  /** Time between two embeddings, ms. */
  readonly frameMs: number;
  /** The reference is cut into equal pieces nearest to `pieceFrames` embeddings; a learner's piece of
   *  fewer than `minLearnerFrames` is widened by `widenFrames` on both sides. */
  readonly alignment: {
    readonly pieceFrames: number;
    readonly minLearnerFrames: number;
    readonly widenFrames: number;
  };
}

/** An encoder sees each recording as one picture of a fixed size (`features.picture`); the distance is the Euclidean
 *  one of the two embeddings. Nothing is aligned, so that nothing along the time is known. */
export interface PictureManifest extends CommonManifest {
  readonly architecture: 'picture';
  readonly graphs: { readonly encoder: string };
  readonly features: MelFeatures & { readonly picture: NonNullable<MelFeatures['picture']> };
}

/** Limits chosen on validation data. */
export interface VerdictLimits {
  /** Above this mismatch it is another sentence: log odds, of a picture model the distance. */
  readonly maxMismatch: number;
  /** Below these log odds nobody speaks; picture models can't tell. */
  readonly minSpeech?: number;
  /** Below this RMS in dBFS the recording is too quiet. */
  readonly minRmsDb: number;
  /** Above this fraction of samples at full scale the recording is clipped. */
  readonly maxClippedShare: number;
  /** Below this signal-to-noise ratio in dB the recording is too noisy. */
  readonly minSnrDb: number;
}
