import { phrase } from '../base/errors';
import type { PictureManifest } from '../pipeline/model-manifest';
import { pictureOf } from '../pipeline/picture';
import { comparePictures, pictureInput } from '../pipeline/siamese/compare-pictures';
import type { Inference } from './inference';
import { broken, checkNames, openGraph, runGraph, shaped } from './model-graphs';
import type { FoundModel } from '../models/found-model';
import type { Network } from './network';

/** Opens a picture model's encoder; throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export async function loadPictureNetwork(
  model: FoundModel<PictureManifest>,
  inference: Inference,
): Promise<Network<PictureManifest>> {
  const { manifest } = model;
  const encoder = await openGraph(model, manifest.graphs.encoder, inference);
  checkNames(manifest, 'encoder', encoder, ['picture'], ['embedding']);
  return {
    backend: encoder.backend,
    async encode(mel) {
      const { picture: kind, pictureHeight, pictureWidth, topDb } = manifest.features;
      const picture = pictureOf(mel, kind, pictureHeight, pictureWidth, topDb);
      const { height, width, channels } = picture;
      const input = { data: pictureInput(picture), dims: [1, channels, height, width] };
      const out = await runGraph(manifest, 'encoder', encoder, { picture: input });
      const { data, dims } = shaped(manifest, out, 'embedding', 2);
      if (!data.every(Number.isFinite)) throw broken(manifest, phrase('embeddingNotFinite'));
      return { embedding: data, logPosterior: new Float32Array(0), frames: 1, size: dims[1] ?? 0, phones: 0 };
    },
    compare: (learner, reference) => Promise.resolve(comparePictures(learner, reference)),
    release: () => encoder.release(),
  };
}
