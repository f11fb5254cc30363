import { futureOf, lateralStem } from './stems';

const ENDING_ALWAYS = /^(?:수록|지라도|지언정|진대|진댄|진저|세라|걸요?$)/u;
const PROMISE = /^게요?$/u;
const DOUBT = /^지(?:도|는|가|를|에|요|라|나)?요?$/u;
const JOINED = /^(?:거|겁|건|것|밖에|듯|수$|수[가는도밖]|줄|데|바$)/u;
const BOUND_NOUN = new RegExp(
  '^(?:것|거(?:는|가|를|나|니|고|다|라|면|야|예|에|죠|지|든|요|도|$)|걸(?:요|로)?$|건(?:가|데|지|$)|겁니|게(?:요|$)|수(?:가|는|도|밖에|만|있|없|$)'
  + '|줄(?:은|을|도|로|만)?$|데(?:가|는|도|를|에|서|로|다)?$|바(?:를|가|는|에|와|도)?$|적(?:에|이|은)?$|듯)',
  'u',
);

/**
 * Article 27 within a word: after the ending -(으)ㄹ. 할수록 [할쑤록], 갈게요 [갈께요], 할지 [할찌]; 길게 and 알지 have a stem in ㄹ and
 * stay. 만들게 is a promise [만들께] at the end of a phrase, and plain before other words (만들게 했다): this is a guess.
 */
export function isTenseAfterFuture(before: string, rest: string, next: string | undefined): boolean {
  if (!hasLateralCoda(before)) return false;
  if (ENDING_ALWAYS.test(rest)) return true;
  const lateral = lateralStem(before);
  if (PROMISE.test(rest)) {
    if (lateral === undefined) return futureOf(before) !== 'no';
    return lateral === 'verb' && before !== '알' && (rest === '게요' || next === undefined);
  }
  const isSure = futureOf(before) === 'sure';
  if (DOUBT.test(rest)) return isSure && lateral === undefined;
  return JOINED.test(rest) && isSure && (lateral === undefined || !rest.startsWith('듯'));
}

/**
 * Article 27 between words: 할 것을 [할꺼슬], 만날 사람 [만날싸람]. Before other nouns than those that never stand alone it asks for a
 * stem from the list, since most words in ㄹ are nouns.
 */
export function isTenseAfterFutureWord(word: string, next: string): boolean {
  const future = futureOf(word);
  return future === 'sure' || (future === 'perhaps' && BOUND_NOUN.test(next));
}

function hasLateralCoda(text: string): boolean {
  return text !== '' && (text.charCodeAt(text.length - 1) - 0xac00) % 28 === 8;
}
