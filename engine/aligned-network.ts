import type { AlignedManifest } from '../pipeline/model-manifest';
import { compareEncoded, type Judge } from '../pipeline/siamese/compare';
import { MATCH_SIZE } from '../pipeline/siamese/match';
import type { Inference } from './inference';
import { broken, checkNames, openGraph, runGraph, shaped } from './model-graphs';
import type { FoundModel } from './models';
import type { Network } from './network';

const ENCODER_OUTPUTS = ['embedding', 'logPosterior'] as const;
const HEAD_INPUTS = [
  'learner', 'learnerLogPosterior', 'learnerMatch',
  'reference', 'referenceLogPosterior', 'referenceMatch',
] as const;

/** Opens encoder and head and checks their inputs and outputs; throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export async function loadAlignedNetwork(
  model: FoundModel<AlignedManifest>,
  inference: Inference,
): Promise<Network<AlignedManifest>> {
  const { manifest } = model;
  let encoder = await openGraph(model, manifest.graphs.encoder, inference);
  const head = await openGraph(model, manifest.graphs.head, inference);
  if (encoder.backend !== head.backend) {
    // The native runtime took the encoder only: one model runs in one runtime.
    await encoder.release();
    encoder = await openGraph(model, manifest.graphs.encoder, inference);
  }
  checkNames(manifest, 'encoder', encoder, ['mel'], ENCODER_OUTPUTS);
  checkNames(manifest, 'head', head, HEAD_INPUTS, ['distance', 'learnerDistance']);

  const judge: Judge = async (learner, reference) => {
    const out = await runGraph(manifest, 'head', head, {
      learner: { data: learner.embedding, dims: [1, learner.frames, learner.size] },
      learnerLogPosterior: { data: learner.logPosterior, dims: [1, learner.frames, learner.phones] },
      learnerMatch: { data: learner.match, dims: [1, learner.frames, MATCH_SIZE] },
      reference: { data: reference.embedding, dims: [1, reference.frames, reference.size] },
      referenceLogPosterior: { data: reference.logPosterior, dims: [1, reference.frames, reference.phones] },
      referenceMatch: { data: reference.match, dims: [1, reference.frames, MATCH_SIZE] },
    });
    const distance = shaped(manifest, out, 'distance', 1).data[0];
    if (distance === undefined || !Number.isFinite(distance)) throw broken(manifest, 'its distance is no number');
    return { distance, learnerDistance: shaped(manifest, out, 'learnerDistance', 2).data };
  };

  return {
    backend: head.backend,
    async encode(mel) {
      const dims = [1, mel.bands, mel.frames];
      const out = await runGraph(manifest, 'encoder', encoder, { mel: { data: mel.data, dims } });
      const embedding = shaped(manifest, out, 'embedding', 3);
      const posterior = shaped(manifest, out, 'logPosterior', 3);
      const [, frames = 0, size = 0] = embedding.dims;
      const [, posteriorFrames, phones = 0] = posterior.dims;
      if (frames < 1 || posteriorFrames !== frames) throw broken(manifest, 'its encoder gives no or uneven frames');
      return { embedding: embedding.data, logPosterior: posterior.data, frames, size, phones };
    },
    compare: (learner, reference, limits) => compareEncoded(judge, learner, reference, limits),
    async release() {
      await encoder.release();
      await head.release();
    },
  };
}
