import { GAP, type Rule } from '../../normalisation/line';
import { COUNTERS, isJoined, LARGE_WORDS, takesNative } from './counters';
import { hasNative, native, sino } from './numbers';

const NUMBER = String.raw`(?<![\d.,])(\d[\d,]*(?:\.\d+)?)`;
const PARTICLE = '(?=(?:에서|에|을|를|이|가|은|는|의|만|도|씩|쯤|까지|부터|정도|이나|나|이에요|예요|입니다|이야|야|으로|로|와|과|하고|이고|이서|동안|간|전|후|째|짜리)?(?![가-힣]))';
const ADJACENT = new RegExp(`${NUMBER}()(${COUNTERS})`, 'gu');
const APART = new RegExp(`${NUMBER}( )(${COUNTERS})${PARTICLE}`, 'gu');
const LARGE = new RegExp(`${NUMBER}( ?)(${LARGE_WORDS})`, 'gu');

/** 100만 원, 5천 명: the number joins the word behind it; 1만 is 만. */
export const largeWords: Rule = (line) =>
  line.replace(LARGE, (_, number: string, blank: string, word: string) =>
    number === '1' && !/[억조]/u.test(word) && blank === '' ? word : sino(number) + blank + word,
  );

/** Numbers before counters: 세 개, 삼 층; and the first of a row, 첫 번째. */
export const countedNumbers: Rule = (line) => [ADJACENT, APART].reduce((rest, pattern) => rest.replace(pattern, read), line);

function read(part: string, number: string, blank: string, counter: string, at: number, line: string): string {
  const [before, after] = [line.slice(0, at), line.slice(at + part.length)];
  const gap = blank === '' && !isJoined(counter, before) ? GAP : blank;
  if (counter === '번째' && number === '1') return `첫${gap}번째`;
  if (counter === '월' && /^0?(?:6|10)$/u.test(number)) return `${Number(number) === 6 ? '유' : '시'}${blank}월`;
  const plain = number.replace(/^0(?=\d+$)/u, '');
  const isNative = hasNative(plain) && takesNative({ number: Number(plain), counter, before, after });
  return (isNative ? native(plain) : sino(plain)) + gap + counter;
}

/** 1째: 첫째. */
export const ordinals: Rule = (line) =>
  line.replace(/(?<![\d.,])(\d{1,2})째(?!\d)/gu, (_, number: string) =>
    number === '1' ? '첫째' : `${{ '2': '둘', '3': '셋', '4': '넷' }[number] ?? native(number)}째`,
  );

/** What no counter follows. */
export const otherNumbers: Rule = (line) => line.replace(/\d[\d,]*(?:\.\d+)?/gu, (number) => sino(number.replace(/,+$/u, '')) + (/,+$/u.exec(number)?.[0] ?? ''));
