import { createHash } from 'node:crypto';

import { packageVersion } from '../../base/package-version';
import { earFault, findEar } from '../../models/ear';
import { modelFingerprint, modelLabel } from '../../models/fingerprint';
import { findModel } from '../../models/store';

/** What the points of a machine depend on. */
export interface ScoringSet {
  /** Two machines of one set give one recording the same points. */
  readonly set: string;
  /** Fingerprint by name; null for the ear where there is none. */
  readonly models: Readonly<Record<string, string | null>>;
  /** That the ear hears; empty without an ear. */
  readonly languages: readonly string[];
  readonly version: string;
}

/** @throws PronError about the model or the ear */
export async function scoringSet(model: string, modelFolders: readonly string[]): Promise<ScoringSet> {
  const found = await findModel(model, modelFolders);
  const ear = earFault() === null ? await findEar() : undefined;
  const earPrint = ear === undefined ? null : print(JSON.stringify([ear.manifest, ear.own?.file.sha256 ?? null]));
  const version = packageVersion();
  const models = { [modelLabel(model, await modelFingerprint(found))]: print(JSON.stringify(found.manifest) + (await modelFingerprint(found))), ear: earPrint };
  return { set: print(JSON.stringify([version, Object.values(models)])), models, languages: ear?.manifest.languages ?? [], version };
}

function print(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
