import type { Rule } from './seam';

const LETTER_NAME = /^(디귿|지읒|치읓|키읔|티읕|피읖|히읗)/u;
const BEFORE_VOWEL: Readonly<Record<string, string>> = { ㄷ: 'ㅅ', ㅈ: 'ㅅ', ㅊ: 'ㅅ', ㅌ: 'ㅅ', ㅎ: 'ㅅ', ㅋ: 'ㄱ', ㅍ: 'ㅂ' };

/** Whether the word begins with the name of a letter whose last consonant is said in a way of its own. */
export function isLetterName(word: string): boolean {
  return LETTER_NAME.test(word);
}

/** Article 16: 디귿이 [디그시], 키읔이 [키으기], 피읖이 [피으비], 히읗이 [히으시] */
export const sayLetterName: Rule = (joint) => {
  const { coda, onset, seam } = joint;
  return seam.afterLetterName && seam.begins === 'syllable' && onset === 'ㅇ' ? { ...joint, coda: BEFORE_VOWEL[coda] ?? coda } : joint;
};
