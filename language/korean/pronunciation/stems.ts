import { decompose } from '../jamo';
import stems from './stems.json';

const words = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

const IN_NASAL = words(stems.nasal);
const IN_LATERAL = words(stems.lateral);
const ADJECTIVES_IN_LATERAL = words(stems.lateralAdjectives);
const OPEN = words(stems.open);
const CLOSED = words(stems.closed);
const CLOSED_OR_NOUN = words(stems.closedOrNoun);
const NOUNS_IN_LATERAL = words(stems.notFuture);

const LONGEST_STEM = Math.max(...[IN_NASAL, IN_LATERAL, ADJECTIVES_IN_LATERAL, OPEN].flatMap((list) => [...list]).map((stem) => stem.length));

const NOUNS_IN_CLUSTER = /(?:닭|흙|칡|삵|기슭|여덟)$/u;
/** What follows the stem of 남다 and its like. 기 is an ending here; 남기다 has a suffix, which makes nothing tense. */
const ENDING = new RegExp(
  '^(?:고(?:서|는|도|만|요|야|선|나서)?|거나|거든요?|거라|거니와?|건대?|게(?:끔|도|요|는)?|겠.*|곤|군요?|구나|구먼'
  + '|기(?:가|를|에|도|만|로|까지|보다|때문에?|도록)?|긴|다(?:가|가도|고|는|니|며|면|면서|만|네|지요?|죠)?|더.+|던.*|도록|든지?|듯이?'
  + '|습.+|자(?:고|마자|는|면|니|며)?|지(?:만|는|도|를|요|않.+|마.*|말.*|못.+|라도)?|죠|잖.+)$',
  'u',
);
/** A verb before a verb: 살아남다, 뛰어넘다. */
const BEFORE_STEM = /[아어여워려러겨와해쳐]/u;

const codaOf = (syllable: string): string => decompose(syllable)?.coda ?? '';

/**
 * Whether a stem ends before the ending. Stems in ㄵ, ㄼ, ㄾ and ㄺ are known by their letters, those in ㄴ, ㅁ and ㄻ by a list or by
 * the ending. Two guesses: 신고 and 참고 are verbs (신고 [신꼬]) unless an ending of the noun follows (신고하다, in the list of words);
 * 안다 is the example of the standard [안따] where it stands alone, and 알다 [안다] in a sentence.
 */
export function endsStem(before: string, ending: string, isAlone: boolean): boolean {
  const coda = codaOf(before.at(-1) ?? '');
  if (coda === 'ㄵ' || coda === 'ㄾ') return true;
  if (coda === 'ㄼ' || coda === 'ㄺ') return !NOUNS_IN_CLUSTER.test(before);
  if (coda === 'ㄻ') return ENDING.test(ending);
  if (coda !== 'ㄴ' && coda !== 'ㅁ') return false;
  if (before === '안' && ending.startsWith('다')) return isAlone && ending === '다';
  return ENDING.test(ending) && hasStemAtEnd(before, IN_NASAL);
}

/** Looks no further back than the longest stem: a word may be as long as a text. */
function hasStemAtEnd(text: string, list: ReadonlySet<string>): boolean {
  for (let start = Math.max(0, text.length - LONGEST_STEM); start < text.length; start++) {
    if (list.has(text.slice(start)) && (start === 0 || BEFORE_STEM.test(text.charAt(start - 1)))) return true;
  }
  return false;
}

/** How sure it is that a word is a verb or an adjective with the ending -(으)ㄹ. */
export type Future = 'sure' | 'perhaps' | 'no';

/** 할, 먹을, 만들 are sure; 물, 입을 are perhaps; 오늘, 책을 are not. */
export function futureOf(word: string): Future {
  if (codaOf(word.at(-1) ?? '') !== 'ㄹ' || word.endsWith('를')) return 'no';
  if (isNoun(word)) return word.length === 1 ? 'perhaps' : 'no';
  if (word.endsWith('을') && word.length > 1) return futureOfClosed(word.slice(0, -1));
  if (isOpenFuture(word)) return 'sure';
  if (hasStemAtEnd(word, IN_LATERAL)) return word.length > 1 ? 'sure' : 'perhaps';
  return 'perhaps';
}

const NEVER_NOUNS = new Set(['ㅆ', 'ㅎ', 'ㄶ', 'ㅀ', 'ㄵ', 'ㄾ', 'ㄿ']);

function futureOfClosed(stem: string): Future {
  const last = stem.at(-1) as string;
  if (NEVER_NOUNS.has(codaOf(last)) || CLOSED.has(last)) return 'sure';
  return CLOSED_OR_NOUN.has(last) ? 'perhaps' : 'no';
}

function isOpenFuture(word: string): boolean {
  const last = decompose(word.at(-1) as string);
  if (last === undefined) return false;
  const stem = word.slice(0, -1) + withoutCoda(word.at(-1) as string);
  return OPEN.has(stem) || [...OPEN].some((open) => open.length > 1 && stem.endsWith(open)) || /(?:하|되|으시|하시|스러우|로우)$/u.test(stem)
    || hasStemAtEnd(stem, OPEN);
}

function withoutCoda(syllable: string): string {
  return String.fromCharCode(syllable.charCodeAt(0) - ((syllable.charCodeAt(0) - 0xac00) % 28));
}

/** Nouns and adverbs in ㄹ, and any noun in the plural. One of one syllable may be a verb as well: 말, 잘. */
function isNoun(word: string): boolean {
  return [...NOUNS_IN_LATERAL].some((noun) => word === noun || (noun.length > 1 && word.endsWith(noun)))
    || (word.length > 2 && word.endsWith('들') && !hasStemAtEnd(word, IN_LATERAL));
}

/** A stem in ㄹ: 길게, 알지 have their own ㄹ, nothing gets tense. */
export function lateralStem(word: string): 'adjective' | 'verb' | undefined {
  if (hasStemAtEnd(word, ADJECTIVES_IN_LATERAL)) return 'adjective';
  return hasStemAtEnd(word, IN_LATERAL) ? 'verb' : undefined;
}
