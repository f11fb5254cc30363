import { GAP, type Rule } from '../../normalisation/line';
import { digitByDigit } from './numbers';

const NUMBERS: readonly RegExp[] = [
  /(?<![\d.,-])(?:\+?\d{1,3}[- .])?\(?\d{3}\)?[- .]\d{3}[- .]\d{4}(?![\d-])/gu,
  /(?<![\d.,-])(?:\+\d{1,3}[- ]?)?\(?0\d{1,4}\)?[- ]?\d{3,4}[- ]?\d{3,4}(?![\d-])/gu,
  /(?<![\d.,-])\d{3}-\d{4}(?![\d-])/gu,
  /(?<![\d.,-])\d{3}-\d{2}-\d{4}(?![\d-])|(?<![\d.,-])\d{4}(?:[- ]\d{4}){3}(?![\d-])/gu,
  /(?<=\b(?:call|dial|phone|text)(?: me)?(?: at| on)? )\d{3}(?=[ .,!?]|$)|(?<=\b(?:extension|code|password|pin)(?: number| is)? )0?\d{3,}(?![\d,]|\.\d)/giu,
];

/** Telephone numbers and codes, digit by digit. */
export const phoneNumbers: Rule = (line) =>
  NUMBERS.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (number) => number.replace(/[+()]/gu, '').replace(/[-.]/gu, GAP).replace(/\d+/gu, (digits) => digitByDigit(digits))),
    line,
  );
