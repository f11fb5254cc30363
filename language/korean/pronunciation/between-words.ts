import { decompose } from '../jamo';
import { isTenseAfterFutureWord } from './future';
import { isFrontGlide } from './n-insertion';
import { addsNInNumber, belongsToNumber, isSinoNumber, isTenseCounter } from './numbers';
import { PLAIN, type Seam } from './seam';

/** Words of one syllable after which a speaker may breathe. */
const LOOSE = new Set(['및', '등', '월', '년', '분', '번', '살', '잔', '권', '벌', '은', '는', '을', '를']);
const PLACE = /^(?:(?:앞|위|아래)(?:에|에서|로|의|쪽.*)?|안(?:에|에서|으로|쪽.*|의)|옆.*)$/u;
const EXISTENCE = /^(?:있|없)/u;
const ADVERBS = new Set(['못', '안', '잘']);
/** 이다, 있다 and 이 (this) take no ㄴ. */
const NO_N = /^(?:있|이(?:$|에요|야|다|것|거|런|렇|쪽|번|제|미|따|곳|상))/u;
const WEARS = /^(?:입(?:다|고|는|은|을|어|었|지|습|으|니|던)|잎|이불)/u;
const WORK = /^일(?:이|을|은|도|만|에|들|로|과|의|하|입|이다|이에요|인|이야|을까)?$/u;
/** A particle, or a part of a date: 일 after it is no work that is described. */
const NO_WORK = /(?:[월년를]|[^은을]을)$/u;
/** What takes ㄴ after any word that describes it. */
const THING = /^(?:엿|옆)/u;
const DESCRIBED = /^(?:여자|여름|여행|역(?:은|이|을|에|에서|의)?$|약(?:은|이|을|에|도)?$|이유|이야기|얘기|영화|요리|연극|연필|양말|역사)/u;
const DESCRIBES = /^(?:한|이번|지난|무슨|어떤|다른|모든|그런|이런|저런|큰|작은|좋은|새로운|예쁜|재미있는|먹은|먹을|볼|첫)$/u;

/**
 * What lies between two words of a phrase. That a text has no sign between them says little of how close they are: a coda moves
 * over only after a word of one syllable, within a number, before 있다 and 없다, and before words of place (집 앞 [지밥]). This is a
 * guess; stops, nasals and ㅎ change between all words.
 */
export function seamBetween(word: string, next: string): Seam {
  const tense = isTenseAfterFutureWord(word, next) || isTenseCounter(word, next);
  const addsN = isFrontGlide(decompose(next[0] ?? '')?.nucleus ?? '') && addsNBetween(word, next);
  return { ...PLAIN, begins: addsN || isTight(word, next) ? 'word' : 'loose', tense, addsN };
}

function isTight(word: string, next: string): boolean {
  return (word.length === 1 && !LOOSE.has(word)) || EXISTENCE.test(next) || PLACE.test(next) || belongsToNumber(word, next);
}

/** Article 29, its second note: 한 일 [한닐], 옷 입다 [온닙따], 할 일 [할릴], 먹은 엿 [머근녇]. */
function addsNBetween(word: string, next: string): boolean {
  if (addsNInNumber(word, next)) return true;
  if (isSinoNumber(word) && word !== '만') return false;
  if (ADVERBS.has(word)) return !NO_N.test(next) && !(word === '잘' && next.startsWith('이'));
  if (WEARS.test(next)) return word.length === 1;
  if (WORK.test(next)) return /[ㄴㄹ]/u.test(decompose(word.at(-1) as string)?.coda ?? '') && !NO_WORK.test(word);
  return THING.test(next) || (DESCRIBES.test(word) && DESCRIBED.test(next));
}
