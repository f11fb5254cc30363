import type { Rule } from './seam';

const TENSE: Readonly<Record<string, string>> = { ㄱ: 'ㄲ', ㄷ: 'ㄸ', ㅂ: 'ㅃ', ㅅ: 'ㅆ', ㅈ: 'ㅉ' };
/** Written codas that are heard as ㄱ, ㄷ or ㅂ, or that hide one before the onset. */
const OBSTRUENT = 'ㄱㄲㅋㄳㄺㄷㅅㅆㅈㅊㅌㅎㅂㅍㄿㅄ';
const OF_STEM = 'ㄴㄵㅁㄻㄼㄾ';

/**
 * Articles 23 to 28: ㄱ, ㄷ, ㅂ, ㅅ and ㅈ get tense after a stop (국밥 [국빱]), after a stem in ㄴ, ㅁ, ㄼ or ㄾ (앉고 [안꼬],
 * 넓게 [널께]), and where the seam says so (갈등 [갈뜽], 할 것을 [할꺼슬], 눈동자 [눈똥자]).
 */
export const tensify: Rule = (joint) => {
  const { coda, onset, seam } = joint;
  const tense = TENSE[onset];
  if (tense === undefined || coda === '' && !seam.tense) return joint;
  const isTense = seam.tense || OBSTRUENT.includes(coda) || (seam.afterStem && OF_STEM.includes(coda));
  return isTense ? { ...joint, onset: tense } : joint;
};
