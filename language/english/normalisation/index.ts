import { withoutFaces } from '../../normalisation/characters';
import { GAP, type Rule } from '../../normalisation/line';
import { refuseWriting } from '../../normalisation/unread';
import { withoutShouting } from '../../speakable';
import { abbreviations, acronyms } from './abbreviations';
import { dates, decades, yearNumbers } from './dates';
import { money } from './money';
import { arithmetic, fractions, ordinals, otherNumbers, romanNumerals, spans } from './numbers-in-text';
import { phoneNumbers } from './phone';
import { times } from './times';
import { units } from './units';

const LETTERS = /\p{Script=Latin}/u;
const IPA = /(?<=[a-z] ?)[/[][^\s/[\]]*[əɪʊɛæɔɑʌʃʒθðŋɜɒːˈˌɡ][^\s/[\]]*[/\]]/giu;

const withoutIpa: Rule = (line) => line.replace(IPA, '');
/** Grave accents that stand for apostrophes. */
const apostrophes: Rule = (line) => line.replace(/(?<=[A-Za-z])`(?=[A-Za-z])/gu, "'");
const spokenSigns: Rule = (line) =>
  line.replace(/(?<= )&(?= )/gu, 'and').replace(/(?<=[\p{L}\d])&(?=[\p{L}\d])/gu, `${GAP}and${GAP}`).replace(/(?<= )@(?= )/gu, 'at').replace(/(?<= )\+(?= )/gu, 'plus').replace(/(?<= )=(?= )/gu, 'equals');
const unshouted: Rule = (line) => withoutShouting(line, 'en');

/** Signs within a word part it; others are not said. An apostrophe belongs to its word. */
const withoutSigns: Rule = (line) =>
  line
    .replace(/(?<=[\p{L}\p{N}])(?:[/|\\_+→←↔⇒&=<>·*]|--|\.{2,}(?=\p{L}))(?=[\p{L}\p{N}])/gu, GAP)
    .replace(/(?<=[\p{L}\p{N}])[:;](?=[ \n]|$)/gu, ',')
    .replace(/\.{2,}/gu, '.')
    .replace(/[^\p{L}\p{M}\p{N}\s\ue01f.,?!'-]/gu, '')
    .replace(/(?<![\p{L}\p{N}])['-]+(?!(?:tis|twas|em|cause|til)\b)|['-]+(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<![\p{L}\p{N}])[.,]+/gu, '');

const checkWriting: Rule = (line) => {
  refuseWriting(line, LETTERS);
  return line;
};

/** From a plain line to words: numbers, signs and abbreviations are spelt out. */
export const englishRules: readonly Rule[] = [
  apostrophes,
  withoutIpa,
  withoutFaces,
  checkWriting,
  unshouted,
  romanNumerals,
  abbreviations,
  phoneNumbers,
  ...dates,
  ...times,
  arithmetic,
  money,
  spans,
  decades,
  units,
  yearNumbers,
  fractions,
  ordinals,
  otherNumbers,
  acronyms,
  spokenSigns,
  withoutSigns,
];
