import { decompose } from './jamo';

/** What a text writes where the particle depends on the word before it: behind a consonant, behind a vowel. */
const PARTICLES: Readonly<Record<string, readonly [string, string]>> = {
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '을(를)': ['을', '를'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
};
const OPEN = /^(["”’'\]]?)(이\(가\)|은\(는\)|을\(를\)|와\(과\)|\(으\)로)/u;
const OPEN_BEHIND = /(\p{L})(["”’'\]]?(?:이\(가\)|은\(는\)|을\(를\)|와\(과\)|\(으\)로))/gu;

/**
 * Writes the Korean particle that fits a word: 물이, 나무가.
 * @param after text that follows the word and may begin with a mark and an open particle; it stays so where the word ends in no
 * Hangul
 */
export function withParticle(word: string, after: string): string {
  const last = decompose(word.at(-1) ?? '');
  if (last === undefined) return after;
  return after.replace(OPEN, (_, mark: string, open: string) => {
    const [behindConsonant = open, behindVowel = open] = PARTICLES[open] ?? [];
    const isOpen = last.coda === '' || (open === '(으)로' && last.coda === 'ㄹ');
    return mark + (isOpen ? behindVowel : behindConsonant);
  });
}

/** A whole sentence with the Korean particles that fit the words before them. */
export function withParticles(sentence: string): string {
  return sentence.replace(OPEN_BEHIND, (_, last: string, open: string) => last + withParticle(last, open));
}
