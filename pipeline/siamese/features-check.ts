import { shown } from '../../base/describe';
import { phrase, PronError, type Phrase } from '../../base/errors';
import type { MelFeatures } from '../types';

const PICTURE_KEYS: ReadonlySet<string> = new Set(['picture', 'pictureHeight', 'pictureWidth']);

/** Each key in which `given` differs from `wanted`, as "hopLength 160 instead of 128". The picture counts
 *  only for a network that reads pictures. */
export function differingFeatures(given: Partial<MelFeatures>, wanted: MelFeatures): Phrase[] {
  const differences: Phrase[] = [];
  for (const [key, value] of Object.entries(wanted)) {
    if (wanted.picture === null && PICTURE_KEYS.has(key)) continue;
    const found = given[key as keyof MelFeatures]; // keys of a MelFeatures
    if (found === value) continue;
    const details = { key, wanted: String(value) };
    const isMissing = found === undefined;
    differences.push(isMissing ? phrase('featureMissing', details) : phrase('featureDiffers', { ...details, found: shown(found) }));
  }
  return differences;
}

/** Throws PRON_FEATURES_DIFFER, naming the keys, unless a mel made with `given` fits the model. */
export function checkFeatures(given: Partial<MelFeatures>, wanted: MelFeatures, model: string): void {
  const differences = differingFeatures(given, wanted);
  if (differences.length > 0) {
    throw new PronError('PRON_FEATURES_DIFFER', { model, differences });
  }
}
