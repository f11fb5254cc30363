import { GAP, type Rule } from '../../normalisation/line';

/** Before a name. */
const TITLES: Readonly<Record<string, string>> = {
  Mr: 'Mister', Mrs: 'Missus', Dr: 'Doctor', Prof: 'Professor', St: 'Saint', Mt: 'Mount', Ft: 'Fort', Capt: 'Captain', Lt: 'Lieutenant', Gen: 'General', Col: 'Colonel', Sgt: 'Sergeant', Sen: 'Senator', Gov: 'Governor', Rev: 'Reverend', Ms: 'Ms', Hon: 'Honorable',
};
/** Behind a name. */
const STREETS: Readonly<Record<string, string>> = {
  St: 'Street', Ave: 'Avenue', Rd: 'Road', Blvd: 'Boulevard', Dr: 'Drive', Ln: 'Lane', Hwy: 'Highway', Sq: 'Square', Apt: 'Apartment', Jr: 'Junior', Sr: 'Senior', Inc: 'Incorporated', Ltd: 'Limited', Co: 'Company', Corp: 'Corporation', Dept: 'Department', Bldg: 'Building', Ct: 'Court', Pl: 'Place', Pkwy: 'Parkway',
};
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/\be\.g\.,?/giu, `for${GAP}example,`], [/\bi\.e\.,?/giu, `that${GAP}is,`], [/\betc\.?/giu, `et${GAP}cetera`], [/\bvs?\.(?= )|\bvs\b/gu, 'versus'],
  [/\bapprox\./giu, 'approximately'], [/\bdept\./giu, 'department'], [/\bapt\.(?= ?\d)/giu, 'apartment'], [/\bmax\./giu, 'maximum'], [/\best\.(?= \d)/giu, 'established'],
  [/\bNo\.(?= ?\d)/gu, 'number'], [/\bNos\.(?= ?\d)/gu, 'numbers'], [/\bpp\.(?= ?\d)/gu, 'pages'], [/\bp\.(?= ?\d)/gu, 'page'], [/\bch\.(?= ?\d)/giu, 'chapter'], [/\bvol\.(?= ?\d)/giu, 'volume'], [/\bfig\.(?= ?\d)/giu, 'figure'],
  [/(?<![\p{L}\d])w\/o(?![\p{L}])/giu, 'without'], [/(?<![\p{L}\d])w\/(?= |[a-z])/giu, 'with'], [/\bPh\.?D\.?(?![a-z])/gu, `P${GAP}H${GAP}D`], [/\ba\.k\.a\./giu, `also${GAP}known${GAP}as`], [/\bc\/o\b/giu, `care${GAP}of`],
  [/\bw\/(?=\S)/giu, `with${GAP}`],
  [/#(?= ?\d)/gu, `number${GAP}`], [/№ ?(?=\d)/gu, `number${GAP}`],
];
const names = (of: Readonly<Record<string, string>>): string => Object.keys(of).join('|');
const TITLE = new RegExp(`\\b(${names(TITLES)})\\.(?= ?[A-Z])|(?<![\\p{L}\\d])(Mr|Mrs|Dr|Prof)(?= [A-Z])`, 'gu');
const STREET = new RegExp(`(?<=[A-Za-z\\d],? )(${names(STREETS)})\\.(?![A-Za-z])`, 'gu');
const BARE_STREET = /(?<=\d+ (?:[A-Z][a-z]+ ){1,3}|(?:st|nd|rd|th) )(St|Ave|Rd|Blvd|Dr|Ln)(?![A-Za-z.'])/gu;
/** U.S.A. */
const DOTTED = /(?<![A-Za-z.])(?:[A-Z]\.){2,}(?:[A-Z](?![A-Za-z]))?/gu;

/** Whether "St." or "Dr." stands behind the name of a street and not before a saint's or a doctor's. */
const isBehindName = (before: string): boolean => /(?:\d+(?:st|nd|rd|th)?|\b(?:on|at|down|up|to|of|Wall|Main|High|Oak|Baker|King|Queen|Park|Elm|First|Second|Third|Fourth|Fifth)) (?:[A-Z][a-z]+ )?$|(?:Main|Wall|Oak|Baker|Elm|Park|High|\d+(?:st|nd|rd|th)) $/u.test(before);

export const abbreviations: Rule = (line) => {
  const titled = line
    .replace(TITLE, (part: string, dotted: string | undefined, bare: string | undefined, at: number) => {
      const name = dotted ?? bare ?? '';
      const before = line.slice(0, at);
      const isStreet = (name === 'St' || name === 'Dr') && /\d+(?:st|nd|rd|th)? (?:[A-Z][a-z]+ )*$|[A-Z][a-z]+ $/u.test(before) && isBehindName(before) && /[A-Z\d]\S* $/u.test(before);
      return isStreet ? (STREETS[name] ?? part) : (TITLES[name] ?? part);
    })
    .replace(STREET, (part: string, name: string) => STREETS[name] ?? part)
    .replace(BARE_STREET, (name) => STREETS[name] ?? name);
  return OTHERS.reduce((rest, [short, long]) => rest.replace(short, long), titled).replace(DOTTED, (letters) => [...letters.replaceAll('.', '')].join(GAP));
};

/** Words of capitals that are read as words. */
const AS_WORDS: ReadonlySet<string> = new Set('NASA NATO UNESCO UNICEF OPEC AIDS LASER RADAR SCUBA FIFA UEFA IKEA LEGO ASEAN COVID SARS SIM PIN RAM ROM JPEG GIF SWAT TOEFL TOEIC TOPIK OK ASAP I A'.split(' '));
/** Pairs of capitals that are small words in a sentence of shouting only. */
const SPELT: ReadonlySet<string> = new Set('TV UK US USA BBC FBI CIA CEO DVD CD PC ID AI EU UN ATM GPS NBA NFL LED USB URL HTML FAQ DIY VIP MVP DNA KBS MBC SBS KTX LA DC NYC PM AM HIV IQ PE DJ MC CV HR IT'.split(' '));

/** TV: T V. Words such as NASA stay. */
export const acronyms: Rule = (line) =>
  line.replace(/(?<![\p{L}\d'-])([A-Z]{2,6})(s|'s)?(?![\p{L}\d])/gu, (part: string, letters: string, ending: string | undefined) =>
    !AS_WORDS.has(letters) && letters !== 'IT' && letters !== 'LA' && (SPELT.has(letters) || !/[AEIOUY]/u.test(letters)) ? [...letters].join(GAP) + (ending ?? '') : part,
  );
