import { phrase } from '../../../base/errors';
import { GAP, type Rule } from '../../normalisation/line';
import { unread } from '../../normalisation/unread';
import { digitByDigit } from './numbers';

const isDate = (month: string, day: string): boolean => Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
const monthAndDay = (month: string, day: string): string => `${Number(month)}월${GAP}${Number(day)}일`;

/** 2026-12-02, 2026.12.2., 2026/12/02. */
const wholeDates: Rule = (line) =>
  line.replace(/(?<![\d.-])((?:19|20)\d\d)([-./])( ?)(\d{1,2})\2( ?)(\d{1,2})\.?(?![\d-])(일?)/gu, (part, year: string, _sign, a: string, month: string, b: string, day: string) =>
    isDate(month, day) ? `${year}년${a || GAP}${Number(month)}월${b || GAP}${Number(day)}일` : part,
  );

/** Days whose names are numbers: 3·1절, 6.25 전쟁. */
const memorialDays: Rule = (line) =>
  line
    .replace(/(?<![\d.])(\d{1,2})·(\d{1,2})(?!\d)/gu, (_, month: string, day: string) => digitByDigit(month) + digitByDigit(day))
    .replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})(?=절|운동| ?(?:전쟁|혁명|민주화|광복절|독립|사변|의거|항쟁|사태|참사))/gu, (_, month: string, day: string) =>
      digitByDigit(month) + digitByDigit(day),
    );

/** 12/25, and 12.25(금): not a fraction, since no one parts a thing by so many. */
const shortDates: Rule = (line) =>
  line
    .replace(/(?<![\d./])(\d{1,2})[./]( ?)(\d{1,2})\.?(?=\(?[월화수목금토일](?:요일)?\))/gu, (part, month: string, blank: string, day: string) =>
      isDate(month, day) ? monthAndDay(month, day).replace(GAP, blank || GAP) : part,
    )
    .replace(/(?<![\d./])(\d{1,2})\/(\d{1,2})(?![\d/])/gu, (part, first: string, second: string) => {
      if (isFraction(first, second)) return part;
      if (isDate(first, second)) return monthAndDay(first, second);
      throw unread(part, phrase('writeSlash'));
    });

function isFraction(above: string, below: string): boolean {
  return Number(above) < Number(below) && (Number(below) <= 10 || Number(below) === 100);
}

const DAYS = '[월화수목금토일]';

/** (월), 월~금, 월·수: the letters of weekdays. */
const weekdays: Rule = (line) =>
  line
    .replace(new RegExp(String.raw`(?<=일)\((${DAYS})(?:요일)?\)`, 'gu'), `${GAP}$1요일`)
    .replace(new RegExp(String.raw`(?<![가-힣])(${DAYS})(?:요일)?[~-](${DAYS})(?:요일)?(?![가-힣])`, 'gu'), `$1요일에서${GAP}$2요일`);

export const dates: readonly Rule[] = [wholeDates, memorialDays, shortDates, weekdays];
