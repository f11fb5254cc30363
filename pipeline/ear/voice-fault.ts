import type { Heard } from './heard';

/** Why a voice does not say its text: nobody speaks, the end is missing, or words are missing or others are said. */
export type VoiceFault = 'silent' | 'cut' | 'otherText';

/** Below these shares of said words or this rating (`total`) a text was not said. The ear is hardly ever sure of synthetic Korean. */
const LEAST = {
  sure: { completeness: 0.9, total: 45 },
  unsure: { completeness: 0.4, total: 55 },
} as const;

/**
 * What is wrong with a voice that the ear has listened to; null where it says its text.
 *
 * The limits were chosen on the practice sentences in Korean and English, spoken by the built-in voice and its higher and lower
 * variants: PLACEHOLDER
 * @param heard with the voice's text as the expected one
 */
export function voiceFault({ completeness, sure, rating, words }: Pick<Heard, 'completeness' | 'sure' | 'rating' | 'words'>): VoiceFault | null {
  if (completeness === null) return 'silent';
  if (words[0]?.error === 'none' && words.at(-1)?.error === 'omission') return 'cut';
  const least = sure ? LEAST.sure : LEAST.unsure;
  return completeness < least.completeness || (rating !== undefined && rating.total < least.total) ? 'otherText' : null;
}
