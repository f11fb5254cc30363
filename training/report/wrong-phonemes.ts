import { pick, seededRandom } from '../../evaluation/random';
import type { PhonemeWords } from './voice';

/** Rarer ones may be the voice's slips. */
const MIN_COUNT = 3;

/** The sound itself, without the marks for stress, length and joining before it. */
export const bare = (token: string): string => token.replace(/^[',%=_:|]+/, '');

const isVowel = (token: string): boolean => /^[aeiouAEIOUV@03yYwW]/.test(bare(token)) && !/^w#?$/.test(bare(token));

/** The phonemes that occur in some texts, without marks. */
export function inventoryOf(texts: readonly PhonemeWords[]): string[] {
  const counts = new Map<string, number>();
  for (const token of texts.flat(2)) counts.set(bare(token), (counts.get(bare(token)) ?? 0) + 1);
  return [...counts].flatMap(([token, count]) => (token !== '' && count >= MIN_COUNT ? [token] : [])).sort();
}

/**
 * Replaces a share of the phonemes, at least one unless the share is 0, vowels by vowels and consonants by
 * consonants, each by another one of the inventory (as training/synthesise.py does).
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
