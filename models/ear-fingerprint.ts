import { createHash } from 'node:crypto';
import type { ModelManifest } from '../pipeline/model-manifest';
import { earFault, findEar, type FoundEar } from './ear';

/**
 * What an ear's ratings depend on, as a SHA-256 in hexadecimal: its graphs and word lists by their checksums, its limits, and a
 * school's own phones. Figures, languages and licence do not change it.
 */
export function earFingerprint({ manifest, own }: Pick<FoundEar, 'manifest' | 'own'>): string {
  const { checksums, decision, phones, probes, judge } = manifest;
  return sha256([Object.entries(checksums).sort(), decision, phones, probes, judge, own?.file.sha256]);
}

/**
 * What a score by both witnesses depends on beside the model's distances: the ear, and how much each of the two counts.
 * @param ear its fingerprint @returns a SHA-256 in hexadecimal
 */
export function judgeFingerprint(ear: string, { withEar }: Pick<ModelManifest, 'withEar'>): string {
  return sha256([ear, withEar]);
}

/** The fingerprint of the ear of this machine; undefined where there is none. @throws PronError PRON_EAR_BROKEN, PRON_PHONES_BROKEN */
export async function installedEar(): Promise<string | undefined> {
  return earFault() === null ? earFingerprint(await findEar()) : undefined;
}

function sha256(facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
