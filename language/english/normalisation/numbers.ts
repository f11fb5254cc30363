import { GAP } from '../../normalisation/line';

const ONES = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** Each is 1,000 times the one before. */
const LARGE = ['', 'thousand', 'million', 'billion', 'trillion'];
const ORDINALS: Readonly<Record<string, string>> = { one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' };

const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join(GAP);

/** Digit by digit. */
export function digitByDigit(digits: string): string {
  return joined([...digits].map((digit) => ONES[Number(digit)] ?? ''));
}

function underHundred(number: number): string {
  return number < 20 ? (number === 0 ? '' : (ONES[number] ?? '')) : joined([TENS[Math.floor(number / 10)] ?? '', number % 10 === 0 ? '' : (ONES[number % 10] ?? '')]);
}

function underThousand(number: number): string {
  const hundreds = Math.floor(number / 100);
  return joined([hundreds === 0 ? '' : `${ONES[hundreds] ?? ''}${GAP}hundred`, underHundred(number % 100)]);
}

/** A number in words, with its decimals digit by digit. What begins with a zero or is too long is read digit by digit. */
export function cardinal(number: string): string {
  const [whole = '', decimals = ''] = number.replaceAll(',', '').split('.');
  const point = decimals === '' ? '' : joined(['point', digitByDigit(decimals)]);
  return joined([whole === '' ? '' : wholeNumber(whole), point]);
}

function wholeNumber(digits: string): string {
  if (digits === '0') return 'zero';
  if (digits.startsWith('0') || digits.length > 3 * LARGE.length) return digitByDigit(digits);
  const first = digits.length % 3;
  const groups = [...(first === 0 ? [] : [digits.slice(0, first)]), ...(digits.slice(first).match(/\d{3}/gu) ?? [])];
  return joined(groups.map((group, i) => (Number(group) === 0 ? '' : joined([underThousand(Number(group)), LARGE[groups.length - 1 - i] ?? '']))));
}

/** first, twenty first, hundredth. */
export function ordinal(number: string): string {
  const words = cardinal(number).split(GAP);
  const last = words.pop() ?? '';
  return joined([...words, ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : last.endsWith('t') ? `${last}h` : `${last}th`)]);
}

/** 1999 is nineteen ninety nine, 1905 nineteen oh five, 2005 two thousand five. */
export function year(number: string): string {
  const [century, rest] = [Number(number.slice(0, -2)), Number(number.slice(-2))];
  if (number.length !== 4 || century % 10 === 0) {
    if (number.length !== 4 || rest < 10) return cardinal(number);
  }
  if (rest === 0) return joined([underHundred(century), 'hundred']);
  return joined([underHundred(century), rest < 10 ? `oh${GAP}${ONES[rest] ?? ''}` : underHundred(rest)]);
}

/** nineties of 90. */
export function decade(tens: string): string {
  const word = Number(tens) === 10 ? 'ten' : (TENS[Number(tens) / 10] ?? '');
  return word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
}
