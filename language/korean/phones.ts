import { compose, decompose, type Jamo } from './jamo';
import { pronounce } from './pronunciation';

/** The phones of KoreanFA's acoustic model. */
const ONSET: Readonly<Record<string, string>> = {
  ㄱ: 'k0', ㄲ: 'kk', ㄴ: 'nn', ㄷ: 't0', ㄸ: 'tt', ㄹ: 'rr', ㅁ: 'mm', ㅂ: 'p0', ㅃ: 'pp', ㅅ: 's0', ㅆ: 'ss', ㅈ: 'c0', ㅉ: 'cc',
  ㅊ: 'ch', ㅋ: 'kh', ㅌ: 'th', ㅍ: 'ph', ㅎ: 'h0',
};
const NUCLEUS: Readonly<Record<string, string>> = {
  ㅏ: 'aa', ㅐ: 'qq', ㅑ: 'ya', ㅒ: 'yq', ㅓ: 'vv', ㅔ: 'ee', ㅕ: 'yv', ㅖ: 'ye', ㅗ: 'oo', ㅘ: 'wa', ㅙ: 'wq', ㅚ: 'wo', ㅛ: 'yo',
  ㅜ: 'uu', ㅝ: 'wv', ㅞ: 'we', ㅟ: 'wi', ㅠ: 'yu', ㅡ: 'xx', ㅢ: 'xi', ㅣ: 'ii',
};
const CODA: Readonly<Record<string, string>> = { ㄱ: 'kf', ㄴ: 'nf', ㄷ: 'tf', ㄹ: 'll', ㅁ: 'mf', ㅂ: 'pf', ㅇ: 'ng' };

/** All 46 symbols. */
export const PHONES: readonly string[] = [ONSET, NUCLEUS, CODA].flatMap((symbols) => Object.values(symbols));

/** The letter of a symbol, as a Korean reads it; a coda with a mark before it. */
export function jamoOf(symbol: string): string {
  const coda = Object.keys(CODA).find((jamo) => CODA[jamo] === symbol);
  return coda === undefined ? (Object.entries({ ...ONSET, ...NUCLEUS }).find(([, own]) => own === symbol)?.[0] ?? symbol) : `-${coda}`;
}

/** A phone's part in its syllable. */
export type Role = 'onset' | 'nucleus' | 'coda';

/** @returns undefined for a symbol that is none of `PHONES` */
export function roleOf(symbol: string): Role | undefined {
  const roles = { onset: ONSET, nucleus: NUCLEUS, coda: CODA };
  return (['onset', 'nucleus', 'coda'] as const).find((role) => Object.values(roles[role]).includes(symbol));
}

/** A phone with its part in its syllable. */
export interface Phone {
  readonly symbol: string;
  readonly jamo: string;
  readonly role: Role;
  /** Place of its syllable among the spoken syllables. */
  readonly syllable: number;
}

/**
 * The phones of pronounced Hangul. ㅇ before a vowel has no phone; characters that are no syllables are passed over. A coda that
 * nobody says, as in a writer's reading, is taken as the one that is heard.
 * @param pronounced as the standard writes it, with the seven codas
 */
export function phonesOf(pronounced: string): readonly Phone[] {
  const syllables = [...pronounced.normalize('NFC')].flatMap((character) => spokenJamo(character) ?? []);
  return syllables.flatMap(({ onset, nucleus, coda }, syllable): Phone[] => {
    return [
      ...(onset === 'ㅇ' ? [] : [{ symbol: ONSET[onset] as string, jamo: onset, role: 'onset' as const, syllable }]),
      { symbol: NUCLEUS[nucleus] as string, jamo: nucleus, role: 'nucleus' as const, syllable },
      ...(coda === '' ? [] : [{ symbol: CODA[coda] as string, jamo: coda, role: 'coda' as const, syllable }]),
    ];
  });
}

function spokenJamo(character: string): Jamo | undefined {
  const jamo = decompose(character);
  return jamo === undefined || jamo.coda === '' || jamo.coda in CODA ? jamo : decompose(pronounce(character));
}

/** The syllable of a syllable's phones, in their order. @throws RangeError where they make none */
export function composePhones(symbols: readonly string[]): string {
  const jamoIn = (phones: Readonly<Record<string, string>>): string | undefined => {
    return Object.keys(phones).find((jamo) => symbols.includes(phones[jamo] as string));
  };
  return compose({ onset: jamoIn(ONSET) ?? 'ㅇ', nucleus: jamoIn(NUCLEUS) ?? '', coda: jamoIn(CODA) ?? '' });
}
