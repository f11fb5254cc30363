import type { Rule } from './seam';

/**
 * Article 30: the ㅅ that joins two nouns is not heard before ㄱ, ㄷ, ㅂ, ㅅ and ㅈ, which get tense: 냇가 [내까]. To say it as
 * ㄷ is allowed: [낻까]. The seam after it is tense.
 */
export const dropSaisiot: Rule = (joint, variant) => {
  const { coda, onset, seam } = joint;
  const isDropped = coda === 'ㅅ' && seam.tense && onset !== '' && 'ㄱㄷㅂㅅㅈ'.includes(onset) && !variant.soundedSaisiot;
  return isDropped ? { ...joint, coda: '' } : joint;
};
