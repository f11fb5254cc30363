import { seamBetween } from './between-words';
import { isTenseAfterFuture } from './future';
import { isLetterName } from './letter-names';
import { seamsFromLexicon } from './lexicon';
import { PLAIN, type Seam, type Variant } from './seam';
import { endsStem } from './stems';

const LETTER_NAME_LENGTH = 2;
/** Nouns that lose nothing to 없다: 맛없다 [마덥따], 끝없이 [끄덥씨]. */
const WITHOUT = '없';

/** Forms of a verb that are another word as well: 신고 (report), 안다 of 알다, 참고 (reference). */
const TWO_WORDS = /^(?:신고|안다|참고)$/u;
/** Suffixes in ㄹ that a word of two syllables and more takes: 생산량 [생산냥]. Words such as 대관령 and 국가권력 are in the list. */
const SUFFIX_IN_L = /^[력량론료로란령례류]/u;
/** 밟다 [밥따]; 넓죽하다 [넙쭈카다], 넓둥글다 [넙뚱글다]. */
const TREAD = '밟';
const BROAD_AND = /^(?:죽|둥글|적)/u;

/**
 * The seams of a phrase: for each of its words one before each syllable; the first is the seam to the word before it.
 * @param words Hangul syllables only, with nothing but blanks between them
 */
export function seamsOf(words: readonly string[], variant: Variant): readonly (readonly Seam[])[] {
  return words.map((word, at) => {
    const listed = seamsFromLexicon(word, variant.secondReading);
    const first = at === 0 ? PLAIN : seamBetween(words[at - 1] as string, word);
    const inside = Array.from({ length: word.length - 1 }, (_, i) => {
      const before = word.slice(0, i + 1);
      const rest = word.slice(i + 1);
      return listed.get(i + 1) ?? guess(before, rest, words[at + 1], words.length === 1, variant);
    });
    return [first, ...inside];
  });
}

function guess(before: string, rest: string, next: string | undefined, isAlone: boolean, variant: Variant): Seam {
  return {
    ...PLAIN,
    begins: rest.startsWith(WITHOUT) ? 'part' : 'syllable',
    afterStem: endsStem(before, rest, isAlone) && !(variant.secondReading === true && TWO_WORDS.test(before + rest)),
    tense: isTenseAfterFuture(before, rest, next),
    keepsN: before.length > 1 && SUFFIX_IN_L.test(rest),
    keepsB: before.endsWith(TREAD) || (before.endsWith('넓') && BROAD_AND.test(rest)),
    afterLetterName: before.length === LETTER_NAME_LENGTH && isLetterName(before),
  };
}
