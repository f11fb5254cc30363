import type { Rule } from './seam';

const NASAL: Readonly<Record<string, string>> = { ㄱ: 'ㅇ', ㄷ: 'ㄴ', ㅂ: 'ㅁ' };

/**
 * Article 19: ㄹ is ㄴ after ㅁ, ㅇ, ㄱ and ㅂ; a ㄷ of the coda does the same. 담력 [담녁], 협력 [혐녁]
 * Between words that are not said in one breath ㄹ stays after ㅁ and ㅇ. Coda: one of the seven.
 */
export const lateralToNasal: Rule = (joint) => {
  const causes = joint.seam.begins === 'loose' ? 'ㄱㄷㅂ' : 'ㅁㅇㄱㄷㅂ';
  return joint.onset === 'ㄹ' && joint.coda !== '' && causes.includes(joint.coda) ? { ...joint, onset: 'ㄴ' } : joint;
};

/**
 * Article 18: ㄱ, ㄷ and ㅂ are ㅇ, ㄴ and ㅁ before ㄴ and ㅁ. 국물 [궁물], 있는 [인는], 밥 먹다 [밤먹따]
 * Coda: one of the seven. No other change of place is right (article 21): 감기 stays [감기].
 */
export const nasalise: Rule = (joint) =>
  joint.onset === 'ㄴ' || joint.onset === 'ㅁ' ? { ...joint, coda: NASAL[joint.coda] ?? joint.coda } : joint;
