import { createHash } from 'node:crypto';
import { createMemo } from '../base/memoise';
import type { FoundModel } from './found-model';
import { graphsStamp, readGraph } from './model-files';

/** Graphs are hashed once as long as their files stay as they are: megabytes take a small Pi a noticeable time. */
const hashes = createMemo<string>({ most: 8 });

/**
 * What a model's distances depend on, as a SHA-256 in hexadecimal: its graphs, features and alignment. A new training or
 * another alignment changes it; title, limits and figures of the manifest do not.
 * @throws PronError PRON_MODEL_BROKEN where a graph can't be read
 */
export async function modelFingerprint(model: FoundModel): Promise<string> {
  const { manifest } = model;
  const alignment = 'alignment' in manifest ? [manifest.frameMs, manifest.alignment] : null;
  const settings = JSON.stringify([manifest.architecture, manifest.features, alignment]);
  const key = (await graphsStamp(model)) + settings;
  return hashes(key, () => hashOf(model, settings));
}

async function hashOf(model: FoundModel, settings: string): Promise<string> {
  const hash = createHash('sha256').update(settings);
  const graphs = Object.entries(model.manifest.graphs).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [role, file] of graphs) {
    hash.update(role).update(await readGraph(model, file));
  }
  return hash.digest('hex');
}

/** A model's name with enough of its fingerprint to tell two trainings apart by eye: "default (3f2a91bc)". */
export function modelLabel(name: string, fingerprint: string): string {
  return `${name} (${fingerprint.slice(0, 8)})`;
}
