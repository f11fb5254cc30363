import type { Joint, Rule } from './seam';

/** Article 10: the first is heard. 넋 [넉], 앉다 [안따], 여덟 [여덜], 핥다 [할따], 없다 [업따]; but 밟다 [밥따], 넓죽하다 [넙쭈카다] */
const FIRST: Readonly<Record<string, string>> = { ㄳ: 'ㄱ', ㄵ: 'ㄴ', ㄼ: 'ㄹ', ㄽ: 'ㄹ', ㄾ: 'ㄹ', ㅄ: 'ㅂ', ㄶ: 'ㄴ', ㅀ: 'ㄹ' };

/** Article 11: the second is heard. 닭 [닥], 삶 [삼], 읊다 [읍따] */
const SECOND: Readonly<Record<string, string>> = { ㄺ: 'ㄱ', ㄻ: 'ㅁ', ㄿ: 'ㅂ' };

/** Articles 10 and 11: of two consonants in a coda one is heard. ㄺ of a stem is ㄹ before ㄱ: 맑게 [말께] */
export const simplifyCluster: Rule = (joint) => ({ ...joint, coda: heardOf(joint) });

function heardOf({ coda, onset, seam }: Joint): string {
  if (coda === 'ㄼ' && seam.keepsB) return 'ㅂ';
  if (coda === 'ㄺ' && seam.afterStem && (onset === 'ㄱ' || onset === 'ㄲ')) return 'ㄹ';
  return FIRST[coda] ?? SECOND[coda] ?? coda;
}

/** The two consonants of a cluster; undefined of a single consonant. ㄲ and ㅆ are single. */
export function partsOf(cluster: string): readonly [string, string] | undefined {
  return PARTS[cluster];
}

const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  ㄳ: ['ㄱ', 'ㅅ'], ㄵ: ['ㄴ', 'ㅈ'], ㄶ: ['ㄴ', 'ㅎ'], ㄺ: ['ㄹ', 'ㄱ'], ㄻ: ['ㄹ', 'ㅁ'], ㄼ: ['ㄹ', 'ㅂ'], ㄽ: ['ㄹ', 'ㅅ'],
  ㄾ: ['ㄹ', 'ㅌ'], ㄿ: ['ㄹ', 'ㅍ'], ㅀ: ['ㄹ', 'ㅎ'], ㅄ: ['ㅂ', 'ㅅ'],
};
