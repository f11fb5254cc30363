import { phrase } from '../../../base/errors';
import { GAP, type Rule } from '../../normalisation/line';
import { unread } from '../../normalisation/unread';
import { cardinal, decade, ordinal, year } from './numbers';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SHORT_MONTHS: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...MONTHS.map((month): [string, string] => [month.slice(0, 3), month]), ['Sept', 'September'],
]);
const MONTH = `(${MONTHS.join('|')})`;
const DAYS: Readonly<Record<string, string>> = {
  Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thur: 'Thursday', Thurs: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday',
};
const SHORT_DAY = Object.keys(DAYS).sort((a, b) => b.length - a.length).join('|');

const monthOf = (number: string): string => MONTHS[Number(number) - 1] ?? '';
const isDay = (number: string): boolean => Number(number) >= 1 && Number(number) <= 31;
const isMonth = (number: string): boolean => Number(number) >= 1 && Number(number) <= 12;
const ordinalDay = (day: string): string => ordinal(String(Number(day)));

/** Names of months beside a number, and of weekdays, in full. */
const shortNames: Rule = (line) =>
  line
    .replace(new RegExp(`(?<![A-Za-z])(${Object.keys(SHORT_MONTHS).join('|')})\\.?(?= \\d)`, 'gu'), (_, month: string) => SHORT_MONTHS[month] ?? month)
    .replace(new RegExp(`(?<=\\d(?:st|nd|rd|th)?(?: of)? )(${Object.keys(SHORT_MONTHS).join('|')})(?![A-Za-z])\\.?`, 'gu'), (_, month: string) => SHORT_MONTHS[month] ?? month)
    .replace(new RegExp(`(?<![A-Za-z])(${SHORT_DAY})\\.(?![A-Za-z])|(?<![A-Za-z])(${SHORT_DAY})(?=,? ?[-~]? ?(?:\\d|${MONTH}|${SHORT_DAY}|at\\b))`, 'gu'), (part: string, dotted?: string, plain?: string) => DAYS[dotted ?? plain ?? ''] ?? part)
    .replace(new RegExp(`(?<=day ?[-~] ?)(${SHORT_DAY})(?![A-Za-z])`, 'gu'), (day) => DAYS[day] ?? day);

/** 2026-12-02, 12/25/2026; 12/25 where it is no fraction. */
const inNumbers: Rule = (line) =>
  line
    .replace(/(?<![\d-])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/gu, (part, of: string, month: string, day: string) =>
      isMonth(month) && isDay(day) ? `${monthOf(month)}${GAP}${ordinalDay(day)}${GAP}${year(of)}` : part,
    )
    .replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d\d)(?![\d/])/gu, (part: string, a: string, b: string, of: string) => {
      const [month, day] = isMonth(a) ? [a, b] : [b, a];
      if (!isMonth(month) || !isDay(day)) throw unread(part, phrase('writeSlash'));
      return `${monthOf(month)}${GAP}${ordinalDay(day)}${GAP}${year(of.length === 2 ? `20${of}` : of)}`;
    })
    .replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu, (part: string, a: string, b: string) => {
      if (Number(a) < Number(b) && (Number(b) <= 10 || [12, 16, 32, 64, 100].includes(Number(b)))) return part;
      if (a === '24' && b === '7') return `twenty${GAP}four${GAP}seven`;
      const [month, day] = isMonth(a) ? [a, b] : [b, a];
      if (!isMonth(month) || !isDay(day)) throw unread(part, phrase('writeSlash'));
      return `${monthOf(month)}${GAP}${ordinalDay(day)}`;
    });

/** May 1, May 1st; 1 May; and the year behind. */
const withNames: Rule = (line) =>
  line
    .replace(new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(,?)(?: ((?:1[1-9]|20)\\d\\d)(?!\\d))?`, 'gu'), (part, month: string, day: string, comma: string, of?: string) =>
      isDay(day) ? `${month} ${ordinalDay(day)}${comma}${of === undefined ? '' : ` ${year(of)}`}` : part,
    )
    .replace(new RegExp(`(the )?(?<![\\d:.,])(\\d{1,2})(?:st|nd|rd|th)?( of)? ${MONTH}(,?)(?: ((?:1[1-9]|20)\\d\\d)(?!\\d))?`, 'gu'), (part, the = '', day: string, of = '', month: string, comma: string, when?: string) => {
      if (!isDay(day)) return part;
      const said = the === '' && of === '' ? `the${GAP}${ordinalDay(day)}${GAP}of` : `${the}${ordinalDay(day)}${of}`;
      return `${said} ${month}${comma}${when === undefined ? '' : ` ${year(when)}`}`;
    })
    .replace(new RegExp(`${MONTH}(,?) ((?:1[1-9]|20)\\d\\d)(?!\\d)`, 'gu'), (_, month: string, comma: string, of: string) => `${month}${comma} ${year(of)}`);

const YEAR_BEFORE = /(?:\b(?:in|since|by|from|until|till|before|after|around|circa|during|year|of|to|for|between|and|class|summer|winter|spring|fall|autumn|early|late|mid|back in)|[('])[ ]?$/iu;
const COUNTED_AFTER = /^ (?:people|men|women|students|years|won|dollars|pounds|euros|words|times|miles|meters|metres|kilometers|kilometres|books|days|hours|minutes|points|votes|cars|houses|steps|calories|[a-z]+s)\b/u;

/** the 1990s, the '80s. */
export const decades: Rule = (line) =>
  line
    .replace(/(?<![\d.,])((?:1[1-9]|20)\d)0'?s(?![a-z])/gu, (_, tens: string) => {
      const century = tens.slice(0, 2);
      const rest = `${tens.slice(2)}0`;
      if (rest === '00') return century === '20' ? `two${GAP}thousands` : `${cardinal(century)}${GAP}hundreds`;
      return `${cardinal(century)}${GAP}${decade(rest)}`;
    })
    .replace(/'?(?<![\d.,])([2-9]0)'?s(?![a-z])/gu, (_, tens: string) => decade(tens));

/** A number that is a year by what stands around it. */
export const yearNumbers: Rule = (line) =>
  line.replace(/(?<![\d.,$£€:])((?:1[1-9]|20)\d\d)(?![\d%,]|\.\d|:)/gu, (number: string, _, at: number, line: string) => {
      const after = line.slice(at + number.length);
      const isYear = (YEAR_BEFORE.test(line.slice(0, at)) && !COUNTED_AFTER.test(after)) || (/^20[1-9]\d$|^19\d\d$/u.test(number) && !COUNTED_AFTER.test(after));
      return isYear ? year(number) : number;
    });

export const dates: readonly Rule[] = [shortNames, inNumbers, withNames];
