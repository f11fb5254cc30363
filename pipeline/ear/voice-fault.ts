import type { Heard } from './heard';

/** Why a voice does not say its text: nobody speaks, the end is missing, or words are missing or others are said. */
export const VOICE_FAULTS = ['silent', 'cut', 'otherText'] as const;

export type VoiceFault = (typeof VOICE_FAULTS)[number];

/** Below these shares of said words or this rating (`total`) a text was not said. The ear is hardly ever sure of synthetic Korean. */
const LEAST = {
  sure: { completeness: 0.85, total: 50 },
  unsure: { completeness: 0.4, total: 55 },
} as const;

/**
 * What is wrong with a voice that the ear has listened to; null where it says its text.
 *
 * The limits were chosen on the ten practice sentences of each language, Korean and English, by the built-in voice of the language
 * and its seven higher and lower variants, 103 of these 160 recordings: no whole sentence is refused, all that say another text
 * are, and 101 of those cut after half of their time. Cut after two thirds, 67 are noticed: of the others the last word is audible
 * in part, or only it is missing.
 * @param heard with the voice's text as the expected one
 */
export function voiceFault({ completeness, sure, rating, words }: Pick<Heard, 'completeness' | 'sure' | 'rating' | 'words'>): VoiceFault | null {
  if (completeness === null) return 'silent';
  if (words[0]?.error === 'none' && words.at(-1)?.error === 'omission') return 'cut';
  const least = sure ? LEAST.sure : LEAST.unsure;
  return completeness < least.completeness || (rating !== undefined && rating.total < least.total) ? 'otherText' : null;
}
