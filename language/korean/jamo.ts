/** The jamo of a Hangul syllable, in the order of Unicode. The first coda is none. */
export const ONSETS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
export const NUCLEI = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ');
export const CODAS = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')];

const FIRST = 0xac00;
const LAST = 0xd7a3;

/** A Hangul syllable in its parts. A syllable that begins with a vowel has the onset ㅇ; an open one has the coda ''. */
export interface Jamo {
  readonly onset: string;
  readonly nucleus: string;
  readonly coda: string;
}

/** Whether a character is one composed Hangul syllable (가 to 힣). */
export function isSyllable(character: string): boolean {
  const code = character.length === 1 ? character.charCodeAt(0) : 0;
  return code >= FIRST && code <= LAST;
}

/** @returns the parts of a composed Hangul syllable; undefined for any other character */
export function decompose(character: string): Jamo | undefined {
  if (!isSyllable(character)) return undefined;
  const place = character.charCodeAt(0) - FIRST;
  const perOnset = NUCLEI.length * CODAS.length;
  return {
    onset: ONSETS[Math.floor(place / perOnset)] as string,
    nucleus: NUCLEI[Math.floor((place % perOnset) / CODAS.length)] as string,
    coda: CODAS[place % CODAS.length] as string,
  };
}

/**
 * The syllable of an onset, a nucleus and a coda ('' for none).
 * @throws RangeError where a part is no jamo of its place
 */
export function compose({ onset, nucleus, coda }: Jamo): string {
  const places = [ONSETS.indexOf(onset), NUCLEI.indexOf(nucleus), CODAS.indexOf(coda)] as const;
  if (places.includes(-1)) throw new RangeError(`${onset}${nucleus}${coda} is no Hangul syllable.`);
  return String.fromCharCode(FIRST + (places[0] * NUCLEI.length + places[1]) * CODAS.length + places[2]);
}
