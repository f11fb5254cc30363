import type { Rule } from './seam';

/** Article 29: between a consonant and 이, 야, 여, 요, 유 a ㄴ is added where the seam says so. 꽃잎 [꼰닙], 물약 [물략] */
export const insertN: Rule = (joint) =>
  joint.seam.addsN && joint.coda !== '' && joint.onset === 'ㅇ' && isFrontGlide(joint.nucleus) ? { ...joint, onset: 'ㄴ' } : joint;

/** ㅣ, and the vowels that begin with its glide. */
export function isFrontGlide(nucleus: string): boolean {
  return nucleus !== '' && 'ㅣㅑㅒㅕㅖㅛㅠ'.includes(nucleus);
}
