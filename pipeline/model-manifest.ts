import * as v from 'valibot';
import { melFeaturesSchema, pictureFeaturesSchema } from './mel-features';
import { anyObject, numberFrom, wholeFrom, type Frozen } from './schema';

/** The name of a model, or of a file beside its manifest: never a path, never hidden. */
export const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/;

/** The message of a file name that is none. */
export const NO_FILE_NAME = 'file name';

const fileName = v.pipe(v.string(NO_FILE_NAME), v.regex(PLAIN_NAME, NO_FILE_NAME));

/** Limits chosen on validation data. */
const limits = {
  /** Above this mismatch it is another sentence: log odds, of a picture model the distance. */
  maxMismatch: numberFrom(-1e6),
  /** Below this RMS in dBFS the recording is too quiet. */
  minRmsDb: numberFrom(-200),
  /** Above this fraction of samples at full scale the recording is clipped. */
  maxClippedShare: numberFrom(0),
  /** Below this signal-to-noise ratio in dB the recording is too noisy. */
  minSnrDb: numberFrom(-200),
};

/** Below these log odds nobody speaks; picture models can't tell. */
const minSpeech = numberFrom(-1e6);

/** value = constant + rating * the rating's total + siamese * the score of the distance. */
const witnessWeights = v.object({ constant: numberFrom(-1000), rating: numberFrom(0), siamese: numberFrom(0) });

/** How mismatch and ear are weighed: see pipeline/siamese/sameness.ts and speaking.ts. */
const verdictWithEar = v.exactOptional(
  v.object({
    /** Log odds of a text whose words were all said, against one of which none was. */
    completeness: numberFrom(0),
    /** Log odds of each point of the rating. */
    rating: numberFrom(0),
    /** Below this sum it is another sentence. */
    least: numberFrom(-1e6),
    /** Below this mismatch the sounds fit. */
    fits: numberFrom(-1e6),
    speech: v.exactOptional(
      v.object({
        /** Log odds that somebody speaks, of each point of the rating. */
        rating: numberFrom(0),
        /** Below this sum nobody speaks. */
        least: numberFrom(-1e6),
      }),
    ),
  }),
);

const common = {
  name: v.string(),
  title: v.string(),
  description: v.string(),
  /** score = 100 - 50 * distance; 0 from the margin of the contrastive loss on. */
  score: v.object({ margin: numberFrom(0) }),
  /** Where an ear has rated the recording too: how its rating and the score of the distance are weighed. Without it the ear's
   *  rating stands alone. */
  withEar: v.exactOptional(
    v.object({
      /** Where the ear knows the language's phones: fitted on speakers that this model never saw. */
      phones: witnessWeights,
      /** Elsewhere the distance alone hears single sounds, so it counts more; natives must come out as natives. */
      elsewhere: witnessWeights,
    }),
  ),
  licence: v.string(),
  training: anyObject,
  figures: anyObject,
};

/** The pipeline runs an encoder, DTW, and a head on pieces of the reference. */
const alignedManifestSchema = v.object({
  architecture: v.literal('aligned-pieces'),
  ...common,
  /** File names beside the manifest: the encoder hears a recording, the head judges pieces, `sentence` tells from what
   *  the head says of all of them whether it is another sentence. */
  graphs: v.object({ encoder: fileName, head: fileName, sentence: fileName }),
  features: melFeaturesSchema,
  verdict: v.object({ ...limits, minSpeech, withEar: verdictWithEar }),
  /** Time between two embeddings, ms. */
  frameMs: numberFrom(0.1),
  /** The reference is cut into equal pieces nearest to `pieceFrames` embeddings; a learner's piece of
   *  fewer than `minLearnerFrames` is widened by `widenFrames` on both sides. */
  alignment: v.object({ pieceFrames: numberFrom(1), minLearnerFrames: wholeFrom(0), widenFrames: wholeFrom(0) }),
});

/** An encoder sees each recording as one picture of a fixed size (`features.picture`); the distance is the Euclidean
 *  one of the two embeddings. Nothing is aligned, so nothing along the time is known. */
const pictureManifestSchema = v.object({
  architecture: v.literal('picture'),
  ...common,
  graphs: v.object({ encoder: fileName }),
  features: pictureFeaturesSchema,
  verdict: v.object({ ...limits, minSpeech: v.exactOptional(minSpeech), withEar: verdictWithEar }),
});

/** NAME.json beside its ONNX files: all that is needed to use a model and to judge it. Further keys are ignored. */
export const modelManifestSchema = v.variant('architecture', [alignedManifestSchema, pictureManifestSchema]);

export type AlignedManifest = Frozen<v.InferOutput<typeof alignedManifestSchema>>;
export type PictureManifest = Frozen<v.InferOutput<typeof pictureManifestSchema>>;
export type ModelManifest = AlignedManifest | PictureManifest;
export type VerdictLimits = PictureManifest['verdict'];
