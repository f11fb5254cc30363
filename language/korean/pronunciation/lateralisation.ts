import type { Rule } from './seam';

/**
 * Article 20: ㄴ beside ㄹ is ㄹ. 신라 [실라], 칼날 [칼랄], 뚫는 [뚤른]. After a word that ends in ㄴ it is the ㄹ of a suffix that
 * changes: 의견란 [의견난]. Coda: one of the seven.
 */
export const lateralise: Rule = (joint) => {
  const { coda, onset, seam } = joint;
  if (coda === 'ㄹ' && onset === 'ㄴ' && seam.begins !== 'loose') return { ...joint, onset: 'ㄹ' };
  if (coda !== 'ㄴ' || onset !== 'ㄹ') return joint;
  if (seam.keepsN) return { ...joint, onset: 'ㄴ' };
  return seam.begins === 'syllable' ? { ...joint, coda: 'ㄹ' } : joint;
};
