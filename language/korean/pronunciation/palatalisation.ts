import { isSuffixHi } from './h';
import type { Rule } from './seam';

const BEFORE_I: Readonly<Record<string, readonly [string, string]>> = { ㄷ: ['', 'ㅈ'], ㅌ: ['', 'ㅊ'], ㄾ: ['ㄹ', 'ㅊ'] };

/**
 * Article 17: ㄷ and ㅌ (ㄾ) become ㅈ and ㅊ before a particle or a suffix in 이, and ㄷ with 히 becomes 치.
 * 굳이 [구지], 붙여 [부처], 벼훑이 [벼훌치], 닫히다 [다치다]
 */
export const palatalise: Rule = (joint) => {
  const { coda, onset, nucleus, seam } = joint;
  if (seam.begins !== 'syllable') return joint;
  if (coda === 'ㄷ' && isSuffixHi(joint)) return { ...joint, coda: '', onset: 'ㅊ' };
  const heard = BEFORE_I[coda];
  if (heard === undefined || onset !== 'ㅇ' || (nucleus !== 'ㅣ' && nucleus !== 'ㅕ')) return joint;
  return { ...joint, coda: heard[0], onset: heard[1] };
};
