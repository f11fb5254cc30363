import type { Variant } from './seam';

/** A vowel with what one must know of its place. */
export interface Vowel {
  readonly nucleus: string;
  /** As it is written. */
  readonly writtenOnset: string;
  /** As it is said. */
  readonly onset: string;
  readonly coda: string;
  /** Nucleus and coda of the syllable before it in the word; '' of the first one. */
  readonly before: string;
  readonly beforeCoda: string;
  readonly isFirst: boolean;
  /** The particle 의. */
  readonly isParticle: boolean;
}

/**
 * Article 5: 져, 쪄 and 쳐 are 저, 쩌 and 처 (다쳐 [다처]); ㅢ after a written consonant is ㅣ (희망 [히망]). Allowed besides: ㅖ as ㅔ,
 * a later 의 as 이, the particle 의 as 에.
 * Article 22: allowed is 되어 as 되여, 피어 as 피여, 아니오 as 아니요.
 */
export function sayVowel(vowel: Vowel, variant: Variant): string {
  const { nucleus, onset, writtenOnset, coda } = vowel;
  const isBare = writtenOnset === 'ㅇ';
  if (nucleus === 'ㅕ' && 'ㅈㅉㅊ'.includes(onset)) return 'ㅓ';
  if (nucleus === 'ㅢ') return isBare ? sayUi(vowel, variant) : 'ㅣ';
  if (nucleus === 'ㅖ' && variant.plainYe === true && !isBare && writtenOnset !== 'ㄹ') return 'ㅔ';
  if (variant.glide === true && isBare && onset === 'ㅇ' && vowel.beforeCoda === '') {
    if (nucleus === 'ㅓ' && (vowel.before === 'ㅚ' || vowel.before === 'ㅣ')) return 'ㅕ';
    if (nucleus === 'ㅗ' && vowel.before === 'ㅣ' && coda === '') return 'ㅛ';
  }
  return nucleus;
}

function sayUi({ isFirst, isParticle }: Vowel, variant: Variant): string {
  if (isParticle && variant.particleE === true) return 'ㅔ';
  return variant.plainUi === true && !isFirst && !isParticle ? 'ㅣ' : 'ㅢ';
}
