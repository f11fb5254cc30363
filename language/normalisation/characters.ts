import { NUCLEI, ONSETS } from '../korean/jamo';
import { EMOJI } from '../speakable';
import { GAP, type Rule } from './line';

/** Zero-width characters, directions, variation selectors and soft hyphens. */
const INVISIBLE = /[\u034f\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
/** The fillers of Hangul, which look like blanks. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/gu;
const ZERO_WIDTH_SPACE = /\u200b/gu;

/** Full-width and half-width forms, squared characters, letter-like signs, super- and subscripts, fractions, ligatures. */
const COMPATIBLE = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2100-\u218f\u321c-\u321e\u3300-\u33ff\uf900-\ufaff\ufb00-\ufb06\uff01-\uffef]/gu;
/** Numbers and letters in circles and brackets of their own. */
const ENCLOSED = /[\u2460-\u24ff\u2776-\u2793\u3200-\u321b\u3220-\u325f\u3260-\u32ff]/gu;

/** Signs of typography in their plain form: of quotes and apostrophes, of dashes and of tildes. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u02b9\uff07\u055a]/gu, "'"],
  [/[\u201c-\u201f\u2033\u301d-\u301f\u00ab\u00bb\u300c-\u300f\uff02]/gu, '"'],
  [/[\u2010-\u2015\u2212\ufe58\ufe63]/gu, '-'],
  [/[\u301c\u223c\u02dc\u2053]/gu, '~'],
  [/[\u00b7\u30fb\u318d\u2027\u22c5]/gu, '·'],
  [/\u2044|\u2215/gu, '/'],
  [/[\u2236\ufe55]/gu, ':'],
  [/\u2026|\u22ef/gu, '...'],
  [/[\u3001\uff64]/gu, ','],
  [/[\u3002\uff61]/gu, '.'],
];

/**
 * A text whose written words are parted by one blank, or one end of a line. A zero-width space parts words where a text has no
 * other blank, and does nothing within a word of a text that has some.
 */
export function plainBlanks(text: string): string {
  const plain = text
    .replace(/\p{Cs}/gu, '')
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(FILLERS, ' ')
    .replace(/[^\P{Cc}\n]|[\p{Co}\p{Cn}]/gu, ' ')
    .trim();
  return plain
    .replace(ZERO_WIDTH_SPACE, /\s/u.test(plain) ? '' : ' ')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
}

/** Ordinary forms of characters that have several. Numbers in circles stay. */
export const plainCharacters: Rule = (line) =>
  PLAIN.reduce((plain, [form, ordinary]) => plain.replace(form, ordinary), line.replace(COMPATIBLE, ordinaryForm).normalize('NFC'));

/** Numbers and letters out of their circles. */
export const withoutCircles: Rule = (line) => line.replace(ENCLOSED, ordinaryForm);

/** A mixed number keeps its parts apart: 1½ is 1 and 1/2. A jamo stays as people type it. */
function ordinaryForm(character: string, at: number, text: string): string {
  const form = character.normalize('NFKC').replace(/[\u1100-\u1112\u1161-\u1175]/gu, typedJamo).replace(/\s/gu, '');
  return form.includes('\u2044') && /\d/u.test(text[at - 1] ?? '') ? GAP + form : form;
}

function typedJamo(conjoining: string): string {
  const code = conjoining.charCodeAt(0);
  return (code < 0x1161 ? ONSETS[code - 0x1100] : NUCLEI[code - 0x1161]) ?? conjoining;
}

/** Faces made of signs and letters, as people type them behind a sentence. */
const FACES: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])[:;=]['`]?-?[)(DPpOo3|\][*/\\]+(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:<3|xD|XD)(?![\p{L}\p{N}])/gu,
  /\(?(?:\^[._o-]*\^|-[._]+-|T[._]+T|>[._]+<|[oO]_[oO]|@_@|\*_\*)[;'"!]*\)?/gu,
];

/** Takes pictures and faces away. */
export const withoutFaces: Rule = (line) => FACES.reduce((rest, face) => rest.replace(face, ''), line.replace(EMOJI, ''));
