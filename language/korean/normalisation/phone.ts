import { GAP, type Rule } from '../../normalisation/line';
import { digitByDigit } from './numbers';

/** Groups of a telephone number, parted by a dash, a point, brackets or a blank. */
const NUMBER = /(?<![\d.,-])(?:\+82[- ]?)?\(?0\d{1,2}\)?[-. ]?\d{3,4}[-. ]\d{4}(?![\d-])|(?<![\d.,-])1[5-9]\d\d-\d{4}(?![\d-])|(?<![\d.,-])01[016789]\d{7,8}(?!\d)/gu;
/** A bank account, a number of an identity card, a serial number: three groups at least, or long ones. */
const GROUPS = /(?<![\d.,:~-])\d{2,6}(?:-\d{2,8}){2,}(?![\d-])|(?<![\d.,-])\d{6}-\d{5,8}(?![\d-])/gu;
const SHORT = /(?<![\d.,])(1[0-3]\d|1[0-3]\d{2}|911)(?=번?(?:에|으?로)? ?(?:신고|전화|연락|문의|구조대|구급대|구급차))/gu;
/** Secrets and codes. */
const CODE = /(?<=(?:비밀번호|비번|암호|인증번호|우편번호|학번|사번|코드|계좌번호|번호판)(?:는|은|가|이|를|을)? ?:? ?)\d{3,}(?!\d|번|,\d)/gu;

const inDigits = (number: string): string =>
  number.replace(/[+()]/gu, '').replace(/[-.]/gu, GAP).replace(/\d+/gu, (digits) => digitByDigit(digits));

/** Telephone numbers and codes, digit by digit. */
export const phoneNumbers: Rule = (line) => [NUMBER, GROUPS, SHORT, CODE].reduce((rest, pattern) => rest.replace(pattern, inDigits), line);
