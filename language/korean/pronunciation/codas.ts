import type { Rule } from './seam';

const HEARD: Readonly<Record<string, string>> = {
  ㄲ: 'ㄱ', ㅋ: 'ㄱ', ㅅ: 'ㄷ', ㅆ: 'ㄷ', ㅈ: 'ㄷ', ㅊ: 'ㄷ', ㅌ: 'ㄷ', ㅎ: 'ㄷ', ㅍ: 'ㅂ',
};

/** Articles 8 and 9: only seven consonants end a syllable. 옷 [옫], 부엌 [부억], 앞 [압] */
export function heardCoda(coda: string): string {
  return HEARD[coda] ?? coda;
}

/** The coda of the joint becomes one of the seven. */
export const neutralise: Rule = (joint) => ({ ...joint, coda: heardCoda(joint.coda) });
