import { createHash } from 'node:crypto';
import { createLru } from '../base/lru';
import type { FoundModel } from './found-model';
import { graphsStamp, readGraph } from './model-files';

/** Hashes of unchanged files are kept: hashing megabytes takes a small Pi a noticeable time. */
const hashes = createLru<Promise<string>>(8);

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
  const known = hashes.get(key);
  if (known !== undefined) return known;
  const hash = hashOf(model, settings);
  void hashes.set(key, hash); // a dropped one needs nothing done
  hash.catch(() => hashes.delete(key));
  return hash;
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
