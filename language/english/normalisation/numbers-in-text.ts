import { GAP, type Rule } from '../../normalisation/line';
import { cardinal, ordinal } from './numbers';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const BEHIND_NUMBER: Readonly<Record<string, string>> = { 2: 'half', 4: 'quarter' };

/** 3/4: three quarters; 1½: one and a half. */
export const fractions: Rule = (line) =>
  line.replace(/(?<![\d./])(?:(\d+)([\ue01f ]))?(\d{1,3})\/(\d{1,3})(?![\d/])/gu, (_, whole: string | undefined, blank: string | undefined, above: string, below: string) => {
    const name = BEHIND_NUMBER[below] ?? ordinal(below);
    const plural = name === 'half' ? 'halves' : `${name}s`;
    const said = `${above === '1' ? (whole === undefined ? 'one' : 'a') : cardinal(above)}${GAP}${above === '1' ? name : plural}`;
    return whole === undefined ? said : `${cardinal(whole)}${blank ?? GAP}and${GAP}${said}`;
  });

/** 10-20: ten to twenty, also of years and clocks. */
export const spans: Rule = (line) =>
  line
    .replace(/(?<=\d(?:[ap]m|%|k?m|kg|°C?)?)( ?)[-~]( ?)(?=[$£€]?\d)/gu, (_, before: string, after: string) => `${before || GAP}to${after || GAP}`)
    .replace(/(?<![\d:])(\d{1,3}):(\d{1,3})(?![\d:])/gu, `$1${GAP}to${GAP}$2`)
    .replace(/(?<=day)( ?)[-~]( ?)(?=[A-Z][a-z]+day)/gu, (_, before: string, after: string) => `${before || GAP}to${after || GAP}`);

const OPERATIONS: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus', '×': 'times', '*': 'times', x: 'times', '÷': `divided${GAP}by`, '/': `divided${GAP}by`, '=': 'equals', '<': `is${GAP}less${GAP}than`, '>': `is${GAP}greater${GAP}than` };
const HAS_OPERATION = new RegExp(`${NUMBER} ?[-+×÷*/x] ?${NUMBER} ?=|${NUMBER} ?[+×÷=] ?${NUMBER}|${NUMBER} [<>*] ${NUMBER}`, 'u');

/** 2 + 3 = 5: two plus three equals five. */
export const arithmetic: Rule = (line) =>
  HAS_OPERATION.test(line)
    ? line.replace(/(?<=\d)( ?)([-+×÷*/x=<>])( ?)(?=[\d?])/gu, (_, before: string, sign: string, after: string) => `${before || GAP}${OPERATIONS[sign] ?? ''}${after || GAP}`)
    : line;

/** 21st: twenty first. */
export const ordinals: Rule = (line) => line.replace(/(?<![\d.,])(\d[\d,]*)(?:st|nd|rd|th)(?![a-z])/giu, (_, number: string) => ordinal(number));

/** 7, -7, 1,234, 3.14, .5, 2x. */
export const otherNumbers: Rule = (line) =>
  line
    .replace(/(?<![\d\p{L})])([-+])(?=\d|\.\d)/gu, (_, sign: string) => `${sign === '-' ? 'minus' : 'plus'}${GAP}`)
    .replace(/(\d)x(?![a-z])/giu, `$1${GAP}times`)
    .replace(/\d[\d,]*(?:\.\d+)?|(?<![\d\p{L}])\.\d+/gu, (number: string, at: number, line: string) => {
      const tail = /,+$/u.exec(number)?.[0] ?? '';
      const gapBefore = /\p{L}/u.test(line[at - 1] ?? '') ? GAP : '';
      const gapAfter = /\p{L}/u.test(line[at + number.length] ?? '') ? GAP : '';
      return gapBefore + cardinal(tail === '' ? number : number.slice(0, -tail.length)) + gapAfter + tail;
    });

const ROMAN: Readonly<Record<string, string>> = Object.fromEntries('I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ').map((roman, i) => [roman, String(i + 1)]));
const NUMBERED = /(?<=\b(?:World War|Chapter|Part|Act|Scene|Section|Volume|Vol\.|Book|Type|Phase|Grade|Level|Unit|Lesson|Article|Stage|Class|Episode|Title|Super Bowl|Rocky|Round) )([IVX]+)(?![\p{L}\d'])/gu;
const KINGS = /(?<=\b(?:King|Queen|Pope|Emperor|Henry|Louis|Elizabeth|Charles|George|William|Edward|Richard|James|Philip|Francis|Paul|Pius|Benedict|Napoleon|Catherine|Peter|Alexander|Nicholas|Ramses|Frederick|Otto|Mary|John)(?: [A-Z][a-z]+)? )([IVX]{2,}|V|X)(?![\p{L}\d'.])/gu;

/** Only where a word before them says what they are. */
export const romanNumerals: Rule = (line) =>
  line
    .replace(NUMBERED, (roman) => (ROMAN[roman] === undefined ? roman : cardinal(ROMAN[roman])))
    .replace(KINGS, (roman) => (ROMAN[roman] === undefined ? roman : `the${GAP}${ordinal(ROMAN[roman])}`));
