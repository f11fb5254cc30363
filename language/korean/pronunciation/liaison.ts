import { heardCoda } from './codas';
import { partsOf, simplifyCluster } from './clusters';
import type { Rule } from './seam';

/**
 * Articles 13 to 15: a coda moves over to a vowel. Of two consonants the second moves, and ㅅ gets tense. Where a full word
 * begins with the vowel, what moves is what one hears of the coda.
 * 꽃을 [꼬츨], 값을 [갑쓸], 밭 아래 [바다래], 값어치 [가버치]
 */
export const link: Rule = (joint, variant) => {
  const { coda, onset, seam } = joint;
  if (onset !== 'ㅇ' || coda === '' || coda === 'ㅇ' || seam.begins === 'loose') return joint;
  if (seam.begins !== 'syllable') return { ...joint, coda: '', onset: heardCoda(simplifyCluster(joint, variant).coda) };
  const parts = partsOf(coda);
  if (parts === undefined) return { ...joint, coda: '', onset: coda };
  return { ...joint, coda: parts[0], onset: parts[1] === 'ㅅ' ? 'ㅆ' : parts[1] };
};
