import { pick, seededRandom } from '../../base/random';
import type { PhonemeWords } from './voice';

/** Rarer phonemes are left out: they may be mistakes of the voice. */
const MIN_COUNT = 3;

/** The phoneme without the marks for stress, length and joining before it. */
export const bare = (token: string): string => token.replace(/^[',%=_:|]+/, '');

const isVowel = (token: string): boolean => /^[aeiouAEIOUV@03yYwW]/.test(bare(token)) && !/^w#?$/.test(bare(token));

/** The phonemes that occur in some texts, without marks. */
export function inventoryOf(texts: readonly PhonemeWords[]): string[] {
  const counts = new Map<string, number>();
  for (const token of texts.flat(2)) counts.set(bare(token), (counts.get(bare(token)) ?? 0) + 1);
  return [...counts].flatMap(([token, count]) => (token !== '' && count >= MIN_COUNT ? [token] : [])).sort();
}

/**
 * Replaces a share of the phonemes by others of the inventory: vowels by vowels, consonants by consonants. Replaces at least
 * one, unless the share is 0. It works like training/synthesise.py.
 */
export function withWrongPhonemes(
  words: PhonemeWords,
  share: number,
  inventory: readonly string[],
  seed: number,
): PhonemeWords {
  const random = seededRandom(seed);
  const places = words.flatMap((word, i) => word.flatMap((token, j) => (bare(token) === '' ? [] : [[i, j] as const])));
  const count = share === 0 ? 0 : Math.max(1, Math.round(share * places.length));
  const wrong = words.map((word) => [...word]);
  const left = [...places];
  for (let k = 0; k < count && left.length > 0; k += 1) {
    const [i, j] = left.splice(Math.floor(random() * left.length), 1)[0] ?? [0, 0];
    const token = words[i]?.[j] ?? '';
    const others = inventory.filter((other) => isVowel(other) === isVowel(token) && other !== bare(token));
    const word = wrong[i];
    if (others.length > 0 && word !== undefined) {
      word[j] = token.slice(0, token.length - bare(token).length) + pick(others, random);
    }
  }
  return wrong;
}
