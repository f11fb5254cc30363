import { GAP, type Rule } from '../../normalisation/line';
import { cardinal } from './numbers';

interface Money {
  readonly one: string;
  readonly many: string;
  readonly cents?: readonly [string, string];
}
const CENTS = ['cent', 'cents'] as const;
const MONEY: Readonly<Record<string, Money>> = {
  $: { one: 'dollar', many: 'dollars', cents: CENTS }, US$: { one: 'dollar', many: 'dollars', cents: CENTS },
  '€': { one: 'euro', many: 'euros', cents: CENTS }, '£': { one: 'pound', many: 'pounds', cents: ['penny', 'pence'] },
  '₩': { one: 'won', many: 'won' }, '¥': { one: 'yen', many: 'yen' }, '₹': { one: 'rupee', many: 'rupees' },
  USD: { one: 'dollar', many: 'dollars', cents: CENTS }, EUR: { one: 'euro', many: 'euros', cents: CENTS }, GBP: { one: 'pound', many: 'pounds' }, KRW: { one: 'won', many: 'won' }, JPY: { one: 'yen', many: 'yen' },
};
const SIGNS = '(US\\$|[$€£₩¥₹])';
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const BEFORE = new RegExp(`${SIGNS} ?${AMOUNT}(?:( ?)(hundred|thousand|million|billion|trillion|[kKmMbB](?![A-Za-z])))?`, 'gu');
const AFTER = new RegExp(`${AMOUNT}( ?)(?:${SIGNS}|(USD|EUR|GBP|KRW|JPY)(?![A-Za-z]))`, 'gu');
const SHORT: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', b: 'billion' };

/** $5.50: five dollars and fifty cents. $5 million: five million dollars. Before a noun, as in "a $5 bill", one dollar is said. */
export const money: Rule = (line) =>
  line
    .replace(BEFORE, (part: string, sign: string, amount: string, blank: string | undefined, large: string | undefined, at: number) => {
      const lead = part.startsWith(`${sign} `) ? ' ' : '';
      const after = line.slice(at + part.length);
      if (large !== undefined) return `${lead}${cardinal(amount)}${blank || GAP}${SHORT[large.toLowerCase()] ?? large}${GAP}${MONEY[sign]?.many ?? ''}`;
      return lead + (isAttribute(line.slice(0, at), after) ? `${cardinal(amount)}${GAP}${MONEY[sign]?.one ?? ''}` : amountOf(amount, MONEY[sign]));
    })
    .replace(AFTER, (_, amount: string, blank: string, sign?: string, code?: string) => `${amountOf(amount, MONEY[sign ?? code ?? ''])}${blank}`)
    .replace(/(\d+)( ?)¢/gu, (_, amount: string, blank: string) => `${cardinal(amount)}${blank || GAP}${amount === '1' ? 'cent' : 'cents'}`);

function amountOf(amount: string, money: Money | undefined): string {
  if (money === undefined) return amount;
  const [whole = '', cents = ''] = amount.split('.');
  const name = (number: string): string => (number === '1' ? money.one : money.many);
  if (cents.length !== 2 || money.cents === undefined) return `${cardinal(amount)}${GAP}${cents === '' ? name(whole) : money.many}`;
  const small = `${cardinal(String(Number(cents)))}${GAP}${money.cents[Number(cents) === 1 ? 0 : 1]}`;
  if (Number(cents) === 0) return `${cardinal(whole)}${GAP}${name(whole)}`;
  return whole === '0' ? small : `${cardinal(whole)}${GAP}${name(whole)}${GAP}and${GAP}${small}`;
}

/** Whether a measure stands between an article and a noun: a 5km run, my $20 ticket. */
export function isAttribute(before: string, after: string): boolean {
  return /(?:^|[ (])(?:an?|this|that|my|your|his|her|our|their|one)\s$/iu.test(before) && /^ [a-z]+/u.test(after) && !/^ (?:of|in|on|at|to|for|and|or|is|was|from|by|per|a|the|more|less|each|every)\b/u.test(after);
}
