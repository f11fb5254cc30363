import { composePhones } from '../../language/korean/phones';
import type { HeardHint, HeardPhone } from '../../pipeline/ear/heard';
import { groupsOf, type Advice } from '../../pipeline/ear/contrasts/groups';
import { cepstraOfRecording } from '../../pipeline/ear/contrasts/measures';
import { momentsOf } from '../../pipeline/ear/contrasts/moments';
import { measuresOf, placedPhones, witnessed, type Witness } from '../../pipeline/ear/contrasts/witness';

/** The second witness of a contrast, and the confidence from which on it is named; above 1 it never is. */
export interface Contrast extends Witness {
  readonly least: number;
}

/** What the first witness, the phone probe, found. */
export interface FirstWitness {
  readonly phones: readonly HeardPhone[];
  /** In the order of `phones`, frames of the ear. */
  readonly aligned: readonly { readonly start: number; readonly end: number }[];
  /** How likely a phone is at a place, natural logarithm. */
  readonly logOf: (place: number, symbol: string) => number;
}

/** How sure both witnesses are: that of the one who is less so. @param leads by how many nats each prefers the other sound */
export function confidenceOf(leads: readonly number[]): number {
  return 1 / (1 + Math.exp(-Math.min(...leads)));
}

/**
 * The sounds that were said as another one of their contrast, where the probe and the acoustic measures agree.
 * @param samples that the ear heard
 * @param contrasts by the name of their group
 */
export function findHints(samples: Float32Array, { phones, aligned, logOf }: FirstWitness, contrasts: Readonly<Record<string, Contrast>>): HeardHint[] {
  if (Object.values(contrasts).every(({ least }) => least > 1)) return [];
  const moments = momentsOf(samples);
  const whole = cepstraOfRecording(moments);
  const placed = placedPhones(phones, aligned);
  return phones.flatMap(({ word, syllable, symbol }, at) => {
    if (syllable === undefined) return [];
    const ofSyllable = phones.flatMap((phone, i) => (phone.word === word && phone.syllable === syllable ? [{ symbol: phone.symbol, isIt: i === at }] : []));
    const syllableWith = (sound: string): string => composePhones(ofSyllable.map((phone) => (phone.isIt ? sound : phone.symbol)));
    const found = groupsOf(symbol).flatMap(({ group, row }) => {
      const contrast = contrasts[group.name];
      if (contrast === undefined || contrast.least > 1) return [];
      const measures = measuresOf(moments, whole, placed, at, group);
      if (measures === undefined) return [];
      const logs = witnessed(contrast, measures);
      return row.flatMap((other, i) => {
        if (other === symbol) return [];
        const leads = [logOf(at, other) - logOf(at, symbol), (logs[i] as number) - (logs[row.indexOf(symbol)] as number)];
        const confidence = confidenceOf(leads);
        return confidence < contrast.least ? [] : [{ word, syllable, expected: syllableWith(symbol), said: syllableWith(other), contrast: group.advice[row.indexOf(symbol)] as Advice, confidence }];
      });
    });
    return found.sort((a, b) => b.confidence - a.confidence).slice(0, 1);
  });
}
