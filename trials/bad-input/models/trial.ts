import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { pick, type Random } from '../../../base/random';
import type { Engine } from '../../../engine/engine';
import type { ScoreJob } from '../../../engine/jobs';
import { findModel } from '../../../models/store';
import { packageRoot } from '../../../base/package-root';
import type { ModelManifest } from '../../../pipeline/model-manifest';
import { between, damaged } from '../bytes';
import { oddlyChanged, oddText } from '../json';
import { brokenNumbers, outside, refused, type Outcome } from '../outcome';

const NAME = 'odd';
const ORIGINALS = ['default', 'picture-gray', 'picture-colour'];
const LIMIT_MS = 20_000;

interface Model {
  readonly manifest: ModelManifest;
  readonly graphs: Readonly<Record<string, Buffer>>;
}

/** A shipped model under the name of the odd one, without its figures: they are most of the file, and no code reads them. */
function modelOf(original: string): Model {
  const folder = join(packageRoot(), 'models');
  const manifest = JSON.parse(readFileSync(join(folder, `${original}.json`), 'utf8')) as ModelManifest;
  const entries = Object.entries<string>(manifest.graphs);
  const names = Object.fromEntries(entries.map(([role]) => [role, `${NAME}.${role}.onnx`]));
  const graphs = entries.map(([role, file]) => [role, readFileSync(join(folder, file))] as const);
  const own = { ...manifest, name: NAME, training: {}, figures: {}, graphs: names } as unknown as ModelManifest;
  return { manifest: own, graphs: Object.fromEntries(graphs) };
}

export interface ModelTrial {
  /** A manifest with a wrong value, or a text that is no JSON. */
  readonly tryManifest: (random: Random) => Promise<Outcome & { readonly how: string }>;
  /** A graph with wrong bytes, a truncated graph, or the graph of another model. */
  readonly tryGraphs: (random: Random) => Promise<Outcome & { readonly how: string }>;
}

/** @param folder for the models; the trial writes to it @param wav the recording to compare */
export function createModelTrial(engine: Engine, folder: string, wav: Buffer): ModelTrial {
  const models = ORIGINALS.map(modelOf);
  const write = (manifest: string, graphs: Model['graphs']): void => {
    for (const [role, bytes] of Object.entries(graphs)) writeFileSync(join(folder, `${NAME}.${role}.onnx`), bytes);
    writeFileSync(join(folder, `${NAME}.json`), manifest);
  };
  return {
    async tryManifest(random) {
      const { manifest, graphs } = pick(models, random);
      const { value, how } = oddlyChanged(manifest, random);
      write(oddText(value, random), graphs);
      return { ...(await compared(engine, folder, wav)), how };
    },
    async tryGraphs(random) {
      const { manifest, graphs } = pick(models, random);
      const { role, bytes, how } = oddGraph(graphs, random);
      write(JSON.stringify(manifest), { ...graphs, [role]: bytes });
      return { ...(await compared(engine, folder, wav)), how: `${role}: ${how}` };
    },
  };
}

function oddGraph(graphs: Model['graphs'], random: Random): { readonly role: string; readonly bytes: Buffer; readonly how: string } {
  const [role, whole] = pick(Object.entries(graphs), random);
  const kind = random();
  if (kind < 0.1) return { role, bytes: pick(Object.values(graphs), random), how: 'another graph' };
  if (kind < 0.2) return { role, bytes: withoutNumbers(whole, random), how: 'weights that are no numbers' };
  // The names, shapes and operators are at both ends of the file; megabytes of weights are between them.
  const start = pick([0, 0, whole.length - 2000, between(random, 0, whole.length)], random);
  const part = whole.subarray(Math.max(0, start), start + 2000);
  const { bytes, how } = kind < 0.3 ? damaged(whole, random) : damaged(part, random);
  if (kind < 0.3) return { role, bytes, how };
  return { role, bytes: Buffer.concat([whole.subarray(0, Math.max(0, start)), bytes, whole.subarray(start + 2000)]), how: `${how} from ${start} on` };
}

/** Overwrites weights with NaN. The weights are floats of four bytes in the middle of the file. The new bytes are NaN at any
 *  alignment. */
function withoutNumbers(whole: Buffer, random: Random): Buffer {
  const copy = Buffer.from(whole);
  const at = between(random, whole.length >> 2, whole.length >> 1);
  return copy.fill(0xff, at, at + between(random, 8, 4000));
}

/** Lists the model, makes a mel-spectrogram with its features, and compares two. */
async function compared(engine: Engine, folder: string, wav: Buffer): Promise<Outcome> {
  const modelFolders = [folder];
  const run: Engine['run'] = (job) => engine.run(job, { timeoutMs: LIMIT_MS });
  const faults: string[] = [];
  try {
    const names = (await run({ kind: 'models', modelFolders })).map(({ name }) => name);
    if (!names.includes('default')) faults.push('the list lacks the good models');
    const { features } = (await findModel(NAME, modelFolders)).manifest;
    const { mel } = await run({ kind: 'mel', wav, features });
    const job: ScoreJob = { kind: 'score', model: NAME, modelFolders, learner: mel, reference: mel, facts: {}, pairPicture: true };
    const { image: _image, ...score } = await run(job);
    const words = [{ text: 'a', startMs: 0, endMs: 300 }];
    const { image: _other, ...again } = await run({ ...job, words });
    faults.push(...brokenNumbers({ mel, score, again }), ...outside('score', score.value, 0, 100));
    return { accepted: true, faults };
  } catch (error) {
    return refused(error, faults);
  }
}
