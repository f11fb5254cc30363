import { withoutFaces } from '../../normalisation/characters';
import { GAP, type Rule } from '../../normalisation/line';
import { refuseWriting } from '../../normalisation/unread';
import { brackets } from './brackets';
import { countedNumbers, largeWords, ordinals, otherNumbers } from './counted';
import { dates } from './dates';
import { hanjaReadings } from './hanja';
import { fixedWords, jamo, latinLetters } from './letters';
import { money } from './money';
import { phoneNumbers } from './phone';
import { dashes, ranges, refuseDashes, scores } from './ranges';
import { signs } from './signs';
import { times } from './times';
import { units } from './units';

/** Of the units in NFKC, μ is Greek. */
const LETTERS = /[\p{Script=Hangul}\p{Script=Latin}\p{Script=Han}μº]/u;

/** Signs within a word part it; others are not said. */
const withoutSigns: Rule = (line) =>
  line
    .replace(/(?<=[\p{L}\p{N}])[/·|\\_+→←↔⇒&=<>*](?=[\p{L}\p{N}])/gu, GAP)
    .replace(/(?<=[가-힣])-(?=[가-힣])|(?<=[가-힣])[()[\]](?=[가-힣])/gu, GAP)
    .replace(/(?<=[\p{L}\p{N}])[:;](?=[ \n]|$)/gu, ',')
    .replace(/\.{2,}/gu, '.')
    .replace(/[^\p{L}\p{M}\p{N}\s\ue001-\ue003\ue01f.,?!'-]/gu, '')
    .replace(/(?<![\p{L}\p{N}])['-]+|['-]+(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<![\p{L}\p{N}\ue003])[.,]+/gu, '');

const checkWriting: Rule = (line) => {
  refuseWriting(line, LETTERS);
  return line;
};

/** From a plain line to standard spelling, numbers and signs in words. */
export const koreanRules: readonly Rule[] = [
  ...brackets,
  withoutFaces,
  checkWriting,
  hanjaReadings,
  fixedWords,
  ...dates,
  phoneNumbers,
  ...times,
  dashes,
  ...ranges,
  scores,
  money,
  ...units,
  ...signs,
  refuseDashes,
  largeWords,
  countedNumbers,
  ordinals,
  latinLetters,
  otherNumbers,
  jamo,
  withoutSigns,
];

