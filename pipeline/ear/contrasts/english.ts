/** What a learner of English is told, by the sound that was expected; where a sound was left out or added, that. */
export const ENGLISH_ADVICE = [
  'en-aa', 'en-ae', 'en-ah', 'en-ao', 'en-aw', 'en-ay', 'en-b', 'en-ch', 'en-d', 'en-dh', 'en-eh', 'en-er', 'en-ey', 'en-f', 'en-g', 'en-hh', 'en-ih', 'en-iy',
  'en-jh', 'en-k', 'en-l', 'en-m', 'en-n', 'en-ng', 'en-ow', 'en-oy', 'en-p', 'en-r', 'en-s', 'en-sh', 'en-t', 'en-th', 'en-uh', 'en-uw', 'en-v', 'en-w', 'en-y',
  'en-z', 'en-zh', 'en-left-out', 'en-added',
] as const;
export type EnglishAdvice = (typeof ENGLISH_ADVICE)[number];

/** Two English sounds that learners mix up; phones are ARPAbet's, without stress. */
interface EnglishContrast {
  readonly name: string;
  readonly pairs: readonly (readonly [string, string])[];
}

/** AA and AO are not among them: many natives do not tell them apart. */
const ENGLISH_CONTRASTS: readonly EnglishContrast[] = [
  { name: 'ih-iy', pairs: [['IH', 'IY']] },
  { name: 'uh-uw', pairs: [['UH', 'UW']] },
  { name: 'eh-ae', pairs: [['EH', 'AE']] },
  { name: 'ae-ah', pairs: [['AE', 'AH'], ['AE', 'AA']] },
  { name: 'ah-aa', pairs: [['AH', 'AA'], ['AH', 'AO'], ['AH', 'UH']] },
  { name: 'ih-eh', pairs: [['IH', 'EH']] },
  { name: 'eh-ey', pairs: [['EH', 'EY'], ['IH', 'EY'], ['AE', 'EY']] },
  { name: 'ao-ow', pairs: [['AO', 'OW'], ['AA', 'OW'], ['AH', 'OW']] },
  { name: 'er', pairs: [['ER', 'AO'], ['ER', 'AA'], ['ER', 'AH'], ['ER', 'EH']] },
  { name: 'diphthongs', pairs: [['EY', 'AY'], ['OW', 'AW'], ['AY', 'OY'], ['EY', 'IY'], ['OW', 'UW'], ['AA', 'AW'], ['AA', 'AY']] },
  { name: 'r-l', pairs: [['R', 'L']] },
  { name: 'r-w', pairs: [['R', 'W'], ['L', 'W']] },
  { name: 'l-n', pairs: [['L', 'N']] },
  { name: 'v-w', pairs: [['V', 'W']] },
  { name: 'b-v', pairs: [['B', 'V']] },
  { name: 'f-p', pairs: [['F', 'P']] },
  { name: 'f-v', pairs: [['F', 'V']] },
  { name: 'voice', pairs: [['P', 'B'], ['T', 'D'], ['K', 'G'], ['CH', 'JH']] },
  { name: 's-z', pairs: [['S', 'Z']] },
  { name: 'th', pairs: [['TH', 'S'], ['TH', 'T'], ['TH', 'F'], ['TH', 'D']] },
  { name: 'dh', pairs: [['DH', 'D'], ['DH', 'Z'], ['DH', 'V'], ['DH', 'L']] },
  { name: 's-sh', pairs: [['S', 'SH']] },
  { name: 'sh-ch', pairs: [['SH', 'CH'], ['S', 'CH'], ['T', 'CH']] },
  { name: 'z-jh', pairs: [['Z', 'JH'], ['D', 'JH'], ['Y', 'JH'], ['ZH', 'JH']] },
  { name: 'nasals', pairs: [['M', 'N'], ['N', 'NG'], ['M', 'NG']] },
  { name: 'h', pairs: [['HH', 'F']] },
];

/** Sounds that learners leave out, or put where there are none. */
const LOOSE: ReadonlySet<string> = new Set(['P', 'B', 'T', 'D', 'K', 'G', 'S', 'Z', 'F', 'V', 'TH', 'SH', 'CH', 'JH', 'M', 'N', 'NG', 'L', 'R', 'HH', 'W', 'Y', 'AH', 'IH', 'UH']);

/** One sound of a word exchanged, left out or added. */
export interface Neighbour {
  readonly phones: readonly string[];
  /** Place of the sound in the word; of the one before which it was added. */
  readonly place: number;
  /** '' where it was added. */
  readonly expected: string;
  /** '' where it was left out. */
  readonly said: string;
  readonly contrast: string;
}

const PARTNERS: ReadonlyMap<string, readonly { readonly said: string; readonly contrast: string }[]> = partners();

function partners(): Map<string, { said: string; contrast: string }[]> {
  const found = new Map<string, { said: string; contrast: string }[]>();
  const add = (expected: string, said: string, contrast: string): void => void found.set(expected, [...(found.get(expected) ?? []), { said, contrast }]);
  for (const { name, pairs } of ENGLISH_CONTRASTS) {
    for (const [a, b] of pairs) {
      add(a, b, name);
      add(b, a, name);
    }
  }
  return found;
}

/** All pronunciations that differ from this one in one sound of a contrast. */
export function neighboursOf(phones: readonly string[]): Neighbour[] {
  const changed = (place: number, taken: number, expected: string, said: string, contrast: string): Neighbour => {
    const put = said === '' ? [] : [said];
    return { phones: [...phones.slice(0, place), ...put, ...phones.slice(place + taken)], place, expected, said, contrast };
  };
  return Array.from({ length: phones.length + 1 }, (_, place) => {
    const own = phones[place];
    const exchanged = own === undefined ? [] : (PARTNERS.get(own) ?? []).map(({ said, contrast }) => changed(place, 1, own, said, contrast));
    const left = own !== undefined && LOOSE.has(own) && phones.length > 1 ? [changed(place, 1, own, '', 'left-out')] : [];
    const added = [...LOOSE].map((said) => changed(place, 0, '', said, 'added'));
    return [...exchanged, ...left, ...added];
  }).flat();
}

/** What to tell a learner who said such a neighbour. */
export function englishAdvice({ expected, said }: Pick<Neighbour, 'expected' | 'said'>): EnglishAdvice {
  if (said === '') return 'en-left-out';
  return ENGLISH_ADVICE.find((advice) => advice === `en-${expected.toLowerCase()}`) ?? 'en-added';
}
