import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PronError } from '../pipeline/errors';
import type { ModelManifest } from '../pipeline/model-manifest';
import type { Encode, Judge } from '../pipeline/siamese/compare';
import { GraphRefusedError, type BackendName, type Graph, type Inference, type Values } from './inference';
import type { FoundModel } from './models';

/** A model whose graphs are loaded. */
export interface Network {
  readonly manifest: ModelManifest;
  readonly backend: BackendName;
  readonly encode: Encode;
  readonly judge: Judge;
  release(): Promise<void>;
}

type Role = 'encoder' | 'head';

const ENCODER_OUTPUTS = ['embedding', 'logPosterior'] as const;
const HEAD_INPUTS = ['learner', 'learnerLogPosterior', 'reference', 'referenceLogPosterior'] as const;

/** Changes when a model's graphs are replaced; throws PRON_MODEL_BROKEN where one is missing. */
export async function graphsStamp({ manifest, folder }: FoundModel): Promise<string> {
  const stamps: string[] = [folder];
  for (const file of [manifest.graphs.encoder, manifest.graphs.head]) {
    const info = await stat(join(folder, file)).catch(() => undefined);
    if (info?.isFile() !== true) throw broken(manifest, `the file ${file} is missing`);
    stamps.push(`${file} ${info.size} ${info.mtimeMs}`);
  }
  return stamps.join('|');
}

/** Opens both graphs and checks their inputs and outputs; throws PRON_MODEL_BROKEN, PRON_NO_INFERENCE. */
export async function loadNetwork(model: FoundModel, inference: Inference): Promise<Network> {
  const { manifest } = model;
  let encoder = await openGraph(model, 'encoder', inference);
  const head = await openGraph(model, 'head', inference);
  if (encoder.backend !== head.backend) {
    // The native runtime took the encoder only: one model runs in one runtime.
    await encoder.release();
    encoder = await openGraph(model, 'encoder', inference);
  }
  checkNames(manifest, 'encoder', encoder, ['mel'], ENCODER_OUTPUTS);
  checkNames(manifest, 'head', head, HEAD_INPUTS, ['distance', 'learnerDistance']);
  return {
    manifest,
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
    async judge(learner, reference) {
      const out = await runGraph(manifest, 'head', head, {
        learner: { data: learner.embedding, dims: [1, learner.frames, learner.size] },
        learnerLogPosterior: { data: learner.logPosterior, dims: [1, learner.frames, learner.phones] },
        reference: { data: reference.embedding, dims: [1, reference.frames, reference.size] },
        referenceLogPosterior: { data: reference.logPosterior, dims: [1, reference.frames, reference.phones] },
      });
      const distance = shaped(manifest, out, 'distance', 1).data[0];
      if (distance === undefined || !Number.isFinite(distance)) throw broken(manifest, 'its distance is no number');
      return { distance, learnerDistance: shaped(manifest, out, 'learnerDistance', 2).data };
    },
    async release() {
      await encoder.release();
      await head.release();
    },
  };
}

async function openGraph({ manifest, folder }: FoundModel, role: Role, inference: Inference): Promise<Graph> {
  const file = manifest.graphs[role];
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    throw broken(manifest, (error as Error).message);
  }
  if (bytes.length === 0) throw broken(manifest, `the file ${file} is empty`);
  try {
    return await inference.open(bytes);
  } catch (error) {
    if (!(error instanceof GraphRefusedError)) throw error;
    throw broken(manifest, `the file ${file} is no whole ONNX model (${error.message})`);
  }
}

function checkNames(
  manifest: ModelManifest,
  role: Role,
  graph: Graph,
  inputs: readonly string[],
  outputs: readonly string[],
): void {
  // A graph may ignore an input, and an exporter then leaves it out; one that we do not know can't be fed.
  const unknown = graph.inputs.find((name) => !inputs.includes(name));
  if (unknown !== undefined) throw broken(manifest, `its ${role} has an unknown input ${unknown}`);
  const missing = outputs.find((name) => !graph.outputs.includes(name));
  if (missing !== undefined) throw broken(manifest, `its ${role} has no output ${missing}`);
}

async function runGraph(
  manifest: ModelManifest,
  role: Role,
  graph: Graph,
  inputs: Readonly<Record<string, Values>>,
): Promise<Readonly<Record<string, Values>>> {
  const taken = Object.fromEntries(Object.entries(inputs).filter(([name]) => graph.inputs.includes(name)));
  try {
    return await graph.run(taken);
  } catch (error) {
    throw broken(manifest, `its ${role} does not run: ${(error as Error).message.split('\n', 1)[0] ?? ''}`);
  }
}

function shaped(manifest: ModelManifest, values: Readonly<Record<string, Values>>, name: string, rank: number): Values {
  const value = values[name];
  if (value?.dims.length !== rank || value.dims[0] !== 1) {
    throw broken(manifest, `its output ${name} has the shape [${value?.dims.join(', ') ?? ''}]`);
  }
  return value;
}

function broken(manifest: ModelManifest, reason: string): PronError {
  return new PronError('PRON_MODEL_BROKEN', { model: manifest.name, reason });
}
