import { GAP, type Rule } from '../../normalisation/line';
import { decompose } from '../jamo';
import { sino } from './numbers';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const PLUS_OFFER = /(?<!\d)([1-9])\+([1-9])(?= ?(?:행사|이벤트|할인|상품|세일|증정))/gu;
const OFFER_DIGITS = ['', '원', '투', '쓰리', '포', '파이브', '식스', '세븐', '에이트', '나인'];
const OPERATION = new RegExp(`(?<=[\\d)]) ?([-+×÷*/x=<>≤≥≠]) ?(?=[\\d(?]|-\\d)`, 'gu');
const HAS_OPERATION = new RegExp(`${NUMBER} ?[-+×÷*/x] ?${NUMBER} ?=|${NUMBER} ?[+×÷] ?${NUMBER}|${NUMBER} ?= ?${NUMBER}|\\d ?[<>≤≥≠] ?\\d`, 'u');
const NAMES: Readonly<Record<string, string>> = { '+': '더하기', '-': '빼기', '×': '곱하기', x: '곱하기', '*': '곱하기', '÷': '나누기', '/': '나누기' };

const withTopic = (word: string): string => word + (decompose(word.at(-1) ?? '')?.coda === '' ? '는' : '은');
const lastWord = (line: string): string => sino(/(\d+)\D*$/u.exec(line)?.[1] ?? '0');

/** 2 + 3 = 5: 이 더하기 삼은 오. */
const arithmetic: Rule = (line) => {
  if (!HAS_OPERATION.test(line)) return line;
  return line.replace(OPERATION, (part: string, sign: string, at: number) => {
    const name = NAMES[sign] ?? comparison(sign, lastWord(line.slice(0, at)));
    if (name === undefined) return part;
    if (sign === '=') return name + (part.replace(sign, '') || GAP);
    return part === sign ? GAP + name + GAP : part.replace(sign, (part.startsWith(' ') ? '' : GAP) + name + (part.endsWith(' ') ? '' : GAP));
  });
};

function comparison(sign: string, before: string): string | undefined {
  return sign === '=' ? withTopic(before).slice(before.length) : undefined;
}

/** 1+1 행사: as shops say it, in English. */
const offers: Rule = (line) =>
  line.replace(PLUS_OFFER, (_, a: string, b: string) => `${OFFER_DIGITS[Number(a)] ?? ''}${GAP}플러스${GAP}${OFFER_DIGITS[Number(b)] ?? ''}`);

/** 3/4 is 사분의 삼; 1½ is 일과 이분의 일. */
const fractions: Rule = (line) =>
  line.replace(/(?<![\d./])(?:(\d+)\ue01f)?(\d{1,3})\/(\d{1,3})(?![\d/])/gu, (_, whole: string | undefined, above: string, below: string) => {
    const first = whole === undefined ? '' : `${sino(whole)}${decompose(sino(whole).at(-1) ?? '')?.coda === '' ? '와' : '과'}${GAP}`;
    return `${first}${sino(below)}분의${GAP}${sino(above)}`;
  });

const signed: Rule = (line) =>
  line
    .replace(/(?<![\d\p{L})])-(?=\d)/gu, `마이너스${GAP}`)
    .replace(/(?<![\d\p{L})])\+(?=\d)/gu, `플러스${GAP}`)
    .replace(/(?<=[\p{L}]) ?± ?(?=\d)/gu, '');

const ALONE: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{L}\d])&(?=[\p{L}\d])/gu, `${GAP}앤드${GAP}`],
  [/(?<= )&(?= )/gu, '앤드'],
  [/(?<=[\p{L}\d])\+(?=[\p{L}\d])/gu, `${GAP}플러스${GAP}`],
  [/(?<=[가-힣A-Z\d] )\+(?= [가-힣A-Z\d])/gu, '더하기'],
  [/№ ?/gu, '번호'],
];

const alone: Rule = (line) => ALONE.reduce((rest, [sign, name]) => rest.replace(sign, (part) => name + (part.endsWith(' ') ? ' ' : '')), line);

export const signs: readonly Rule[] = [offers, fractions, arithmetic, signed, alone];
