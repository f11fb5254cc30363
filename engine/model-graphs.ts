import { phrase, PronError, type Phrase } from '../base/errors';
import type { ModelManifest } from '../pipeline/model-manifest';
import { GraphRefusedError, type Graph, type Inference, type Values } from './inference';
import { readGraph } from '../models/model-files';
import type { FoundModel } from '../models/found-model';

/** A graph's part in its model, as errors name it. */
export type Role = 'encoder' | 'head' | 'sentence';

/** Opens one of a model's files; throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export async function openGraph(model: FoundModel, file: string, inference: Inference): Promise<Graph> {
  const { manifest } = model;
  const bytes = await readGraph(model, file);
  if (bytes.length === 0) throw broken(manifest, phrase('fileEmpty', { file }));
  try {
    return await inference.open(bytes);
  } catch (error) {
    if (!(error instanceof GraphRefusedError)) throw error;
    throw broken(manifest, phrase('fileNoOnnx', { file, reason: error.message }));
  }
}

/** Throws PRON_MODEL_BROKEN if a graph has an unknown input or lacks a required output. */
export function checkNames(
  manifest: ModelManifest,
  role: Role,
  graph: Graph,
  inputs: readonly string[],
  outputs: readonly string[],
): void {
  // An input may be missing: an exporter leaves out an input that the graph ignores. An unknown input has no value.
  const unknown = graph.inputs.find((name) => !inputs.includes(name));
  if (unknown !== undefined) throw broken(manifest, phrase('graphInput', { graph: role, name: unknown }));
  const missing = outputs.find((name) => !graph.outputs.includes(name));
  if (missing !== undefined) throw broken(manifest, phrase('graphOutput', { graph: role, name: missing }));
}

/** Runs a graph with those `inputs` that it has. Throws PRON_MODEL_BROKEN. */
export async function runGraph(
  manifest: ModelManifest,
  role: Role,
  graph: Graph,
  inputs: Readonly<Record<string, Values>>,
): Promise<Readonly<Record<string, Values>>> {
  const taken = Object.fromEntries(Object.entries(inputs).filter(([name]) => graph.inputs.includes(name)));
  try {
    return await graph.run(taken);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n', 1);
    throw broken(manifest, phrase('graphDoesNotRun', { graph: role, reason }));
  }
}

/** The output `name`. Throws PRON_MODEL_BROKEN unless it has this rank and a batch size of 1. */
export function shaped(manifest: ModelManifest, values: Readonly<Record<string, Values>>, name: string, rank: number): Values {
  const value = values[name];
  if (value?.dims.length !== rank || value.dims[0] !== 1) {
    throw broken(manifest, phrase('outputShape', { name, shape: value?.dims.join(', ') ?? '' }));
  }
  return value;
}

export function broken(manifest: ModelManifest, reason: string | Phrase): PronError {
  return new PronError('PRON_MODEL_BROKEN', { model: manifest.name, reason });
}
