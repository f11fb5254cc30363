import { GAP } from '../../normalisation/line';

const DIGITS = Array.from('영일이삼사오육칠팔구');
const SMALL = ['', '십', '백', '천'];
/** Each is 10,000 times the one before. */
const LARGE = ['', '만', '억', '조', '경', '해'];
const NATIVE_ONES = ['', '하나', '둘', '셋', '넷', '다섯', '여섯', '일곱', '여덟', '아홉'];
const NATIVE_TENS = ['', '열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
/** Before a counter. */
const SHORT: Readonly<Record<string, string>> = { 하나: '한', 둘: '두', 셋: '세', 넷: '네', 스물: '스무' };

/** Whether a number has a native name. */
export function hasNative(digits: string): boolean {
  const number = Number(digits);
  return Number.isInteger(number) && number >= 1 && number <= 99;
}

/** 1 to 99 in native words, as they stand before a counter: 스물한, 스무. */
export function native(digits: string): string {
  const number = Number(digits);
  const tens = NATIVE_TENS[Math.floor(number / 10)] ?? '';
  const ones = NATIVE_ONES[number % 10] ?? '';
  return ones === '' ? (SHORT[tens] ?? tens) : tens + (SHORT[ones] ?? ones);
}

/** Digit by digit. @param zero 공 in a telephone number, 영 behind a decimal point */
export function digitByDigit(digits: string, zero = '공'): string {
  return [...digits].map((digit) => (digit === '0' ? zero : DIGITS[Number(digit)])).join('');
}

/**
 * A number in Sino-Korean words, with a decimal part where it has one; groups of four digits are words of their own. What begins
 * with a zero, or is too long for a number, is read digit by digit.
 * @param number digits, with commas and a point
 */
export function sino(number: string): string {
  const [whole = '', decimals = ''] = number.replaceAll(',', '').split('.');
  const point = decimals === '' ? '' : `${GAP}점${GAP}${digitByDigit(decimals, '영')}`;
  return wholeNumber(whole) + point;
}

function wholeNumber(digits: string): string {
  if (digits === '0') return '영';
  if (digits.length > 4 * LARGE.length) return groupsOf(digits).map((group) => digitByDigit(group)).join(GAP);
  if (digits.startsWith('0')) return digitByDigit(digits);
  const groups = groupsOf(digits);
  return groups
    .map((group, i) => {
      const large = LARGE[groups.length - 1 - i] ?? '';
      if (Number(group) === 0) return '';
      return i === 0 && large === '만' && Number(group) === 1 ? large : underTenThousand(group) + large;
    })
    .filter((group) => group !== '')
    .join(GAP);
}

function groupsOf(digits: string): string[] {
  const first = digits.length % 4;
  const groups = digits.slice(first).match(/\d{4}/gu) ?? [];
  return first === 0 ? [...groups] : [digits.slice(0, first), ...groups];
}

function underTenThousand(digits: string): string {
  return [...digits]
    .map((digit, i) => {
      const place = SMALL[digits.length - 1 - i] ?? '';
      if (digit === '0') return '';
      return digit === '1' && place !== '' ? place : (DIGITS[Number(digit)] ?? '') + place;
    })
    .join('');
}
