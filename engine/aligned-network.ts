import { phrase } from '../base/errors';
import type { AlignedManifest } from '../pipeline/model-manifest';
import { compareEncoded, type Judge } from '../pipeline/siamese/compare';
import { MATCH_SIZE } from '../pipeline/siamese/match';
import type { Graph, Inference, Values } from './inference';
import { broken, checkNames, openGraph, runGraph, shaped } from './model-graphs';
import type { FoundModel } from '../models/found-model';
import type { Network } from './network';

const ENCODER_OUTPUTS = ['embedding', 'logPosterior', 'speech'] as const;
const HEAD_INPUTS = [
  'learner', 'learnerLogPosterior', 'learnerMatch',
  'reference', 'referenceLogPosterior', 'referenceMatch',
] as const;
const SENTENCE_INPUTS = ['summary', 'facts'] as const;

/** Opens the three graphs and checks their inputs and outputs; throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export async function loadAlignedNetwork(
  model: FoundModel<AlignedManifest>,
  inference: Inference,
): Promise<Network<AlignedManifest>> {
  const { manifest } = model;
  const [encoder, head, sentence] = await openTogether(model, inference);
  checkNames(manifest, 'encoder', encoder, ['mel'], ENCODER_OUTPUTS);
  checkNames(manifest, 'head', head, HEAD_INPUTS, ['distance', 'learnerDistance', 'summary']);
  checkNames(manifest, 'sentence', sentence, SENTENCE_INPUTS, ['mismatch']);

  const numberIn = (values: Readonly<Record<string, Values>>, name: string): number => {
    const value = shaped(manifest, values, name, 1).data[0];
    if (value === undefined || !Number.isFinite(value)) throw broken(manifest, phrase('outputNoNumber', { name }));
    return value;
  };

  const judge: Judge = {
    async piece(learner, reference) {
      const out = await runGraph(manifest, 'head', head, {
        learner: { data: learner.embedding, dims: [1, learner.frames, learner.size] },
        learnerLogPosterior: { data: learner.logPosterior, dims: [1, learner.frames, learner.phones] },
        learnerMatch: { data: learner.match, dims: [1, learner.frames, MATCH_SIZE] },
        reference: { data: reference.embedding, dims: [1, reference.frames, reference.size] },
        referenceLogPosterior: { data: reference.logPosterior, dims: [1, reference.frames, reference.phones] },
        referenceMatch: { data: reference.match, dims: [1, reference.frames, MATCH_SIZE] },
      });
      const learnerDistance = shaped(manifest, out, 'learnerDistance', 2).data;
      if (!learnerDistance.every(Number.isFinite)) throw broken(manifest, phrase('outputNoNumber', { name: 'learnerDistance' }));
      return { distance: numberIn(out, 'distance'), learnerDistance, summary: shaped(manifest, out, 'summary', 2).data };
    },
    async mismatch(summary, facts) {
      const out = await runGraph(manifest, 'sentence', sentence, {
        summary: { data: summary, dims: [1, summary.length] },
        facts: { data: facts, dims: [1, facts.length] },
      });
      return numberIn(out, 'mismatch');
    },
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
      if (frames < 1 || posteriorFrames !== frames) throw broken(manifest, phrase('encoderFrames'));
      const isFinite = [embedding, posterior].every(({ data }) => data.every(Number.isFinite));
      if (!isFinite) throw broken(manifest, phrase('embeddingNotFinite'));
      const speech = numberIn(out, 'speech');
      return { embedding: embedding.data, logPosterior: posterior.data, frames, size, phones, speech };
    },
    compare: (learner, reference, limits) => compareEncoded(judge, learner, reference, limits),
    async release() {
      for (const graph of [encoder, head, sentence]) await graph.release();
    },
  };
}

/** Opens all graphs in one runtime. The native runtime may accept the first graph and refuse a later one: then all graphs are
 *  opened again, with the other runtime. */
async function openTogether(
  model: FoundModel<AlignedManifest>,
  inference: Inference,
): Promise<readonly [Graph, Graph, Graph]> {
  const { encoder, head, sentence } = model.manifest.graphs;
  const open = async (): Promise<readonly [Graph, Graph, Graph]> => [
    await openGraph(model, encoder, inference),
    await openGraph(model, head, inference),
    await openGraph(model, sentence, inference),
  ];
  const graphs = await open();
  if (graphs.every(({ backend }) => backend === graphs[2].backend)) return graphs;
  for (const graph of graphs) await graph.release();
  return open();
}
