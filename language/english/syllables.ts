const VOWELS: ReadonlySet<string> = new Set(['AA', 'AE', 'AH', 'AO', 'AW', 'AY', 'EH', 'ER', 'EY', 'IH', 'IY', 'OW', 'OY', 'UH', 'UW']);

/** Groups of consonants that begin an English word, those of two and three sounds. */
const ONSETS: ReadonlySet<string> = new Set(
  (
    'P-L P-R P-Y B-L B-R B-Y T-R T-W D-R D-W K-L K-R K-W K-Y G-L G-R G-W F-L F-R F-Y TH-R TH-W SH-R HH-W HH-Y M-Y V-Y ' +
    'S-P S-T S-K S-F S-M S-N S-L S-W S-P-L S-P-R S-P-Y S-T-R S-K-L S-K-R S-K-W S-K-Y'
  ).split(' '),
);

/**
 * The syllable of each phone of a word: each vowel has one, and as many consonants belong to the vowel after them as can begin a word
 * (maximal onset principle: Kahn, Syllable-based generalizations in English phonology, 1976).
 * @param phones ARPAbet without stress
 * @returns one place for each phone, rising from 0
 */
export function syllablePlaces(phones: readonly string[]): number[] {
  const vowels = phones.flatMap((phone, i) => (VOWELS.has(phone) ? [i] : []));
  const starts = vowels.slice(1).map((vowel, k) => onsetStart(phones, (vowels[k] as number) + 1, vowel));
  return phones.map((_, i) => starts.filter((start) => start <= i).length);
}

function onsetStart(phones: readonly string[], from: number, vowel: number): number {
  for (let start = from; start < vowel; start++) {
    const onset = phones.slice(start, vowel);
    if (onset.length === 1 ? onset[0] !== 'NG' : ONSETS.has(onset.join('-'))) return start;
  }
  return vowel;
}
