import { GAP, type Rule } from '../../normalisation/line';
import { LARGE_WORDS } from './counters';

const NAMES: Readonly<Record<string, string>> = { $: '달러', US$: '달러', '₩': '원', '€': '유로', '£': '파운드', '¥': '엔', '₫': '동', '฿': '바트', '₹': '루피', '₽': '루블' };
const CODES: Readonly<Record<string, string>> = { USD: '달러', KRW: '원', EUR: '유로', GBP: '파운드', JPY: '엔', CNY: '위안' };
const SIGN = '(US\\$|[$₩€£¥₫฿₹₽])';
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?(?:(?:${LARGE_WORDS})+)?)`;

/** $5.50 is 오 달러 오십 센트. */
function spoken(sign: string, amount: string): string {
  const cents = /^([\d,]+)\.(\d\d)$/u.exec(amount);
  const name = NAMES[sign] ?? CODES[sign] ?? sign;
  if (cents === null || !/[$€]/u.test(sign)) return `${amount}${GAP}${name}`;
  return `${cents[1] ?? ''}${GAP}${name}${cents[2] === '00' ? '' : `${GAP}${Number(cents[2])}${GAP}센트`}`;
}

/** The name of the money goes behind the number. */
export const money: Rule = (line) =>
  line
    .replace(new RegExp(`${SIGN}( ?)${AMOUNT}`, 'gu'), (_, sign: string, blank: string, amount: string) => blank + spoken(sign, amount))
    .replace(new RegExp(`${AMOUNT}( ?)${SIGN}`, 'gu'), (_, amount: string, blank: string, sign: string) => spoken(sign, amount) + blank)
    .replace(new RegExp(`${AMOUNT}( ?)(${Object.keys(CODES).join('|')})(?![A-Za-z])`, 'gu'), (_, amount: string, blank: string, code: string) =>
      `${amount}${blank || GAP}${CODES[code] ?? ''}`,
    );
