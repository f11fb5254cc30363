import { compose, decompose, CODAS, NUCLEI, ONSETS, type Jamo } from '../../../language/korean/jamo';

/** Which sounds natives do not tell apart: one in place of the other is no error. */
const SAME = ['ㅐㅔ', 'ㅚㅙㅞ', 'ㅒㅖ'];
const SPOKEN_CODAS = CODAS.filter((coda) => 'ㄱㄴㄷㄹㅁㅂㅇ'.includes(coda) && coda !== '');
const CHOICES: Readonly<Record<keyof Jamo, readonly string[]>> = { onset: ONSETS, nucleus: NUCLEI, coda: SPOKEN_CODAS };
const PARTS = ['onset', 'nucleus', 'coda'] as const;

/**
 * A text in which a share of the jamo, one at least, is replaced by others of their place in the syllable. A coda that is not said
 * stays, and so does ㅇ before a vowel.
 * @param random 0 to 1
 */
export function withWrongJamo(text: string, share: number, random: () => number): string {
  const syllables = [...text].map((character) => decompose(character) ?? character);
  const places = syllables.flatMap((syllable, at) =>
    typeof syllable === 'string' ? [] : PARTS.filter((part) => isSaid(syllable, part)).map((part) => ({ at, part })),
  );
  const count = Math.max(1, Math.round(share * places.length));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  for (let i = 0; i < count && places.length > 0; i++) {
    const [place] = places.splice(Math.floor(random() * places.length), 1);
    if (place === undefined) break;
    const syllable = syllables[place.at] as Jamo;
    const was = syllable[place.part];
    const others = CHOICES[place.part].filter((jamo) => jamo !== was && jamo !== 'ㅇ' && !SAME.some((same) => same.includes(jamo) && same.includes(was)));
    syllables[place.at] = { ...syllable, [place.part]: pick(others) };
  }
  return syllables.map((syllable) => (typeof syllable === 'string' ? syllable : compose(syllable))).join('');
}

function isSaid(syllable: Jamo, part: keyof Jamo): boolean {
  if (part === 'nucleus') return true;
  return part === 'onset' ? syllable.onset !== 'ㅇ' : SPOKEN_CODAS.includes(syllable.coda);
}
