import { execFileSync } from 'node:child_process';
import type { Audio } from '../../pipeline/types';
import { decodeWav } from '../../pipeline/wav';

/** A voice of espeak-ng with its variant (`ko+f3`), words a minute, and pitch from 0 to 99. */
export interface Speaker {
  readonly voice: string;
  readonly rate: number;
  readonly pitch: number;
}

/** Words as lists of phonemes, in espeak-ng's own names with stress and length marks. */
export type PhonemeWords = readonly (readonly string[])[];

/** The voice of every reported figure. */
export const referenceSpeaker = (voice: string): Speaker => ({ voice, rate: 175, pitch: 50 });

function espeak(args: readonly string[], input: string): Buffer {
  return execFileSync('espeak-ng', [...args, '-z', '-b', '1', '--stdin'], { input, stdio: ['pipe', 'pipe', 'ignore'] });
}

export function phonemesOf(text: string, voice: string): PhonemeWords {
  const words = espeak(['-v', voice, '-q', '-x', '--sep=_'], text).toString('utf8').split(/\s+/);
  return words.map((word) => word.split('_').filter((token) => token !== '')).filter((word) => word.length > 0);
}

/** Speaks the given phonemes, so that wrong and right readings are made in the same way. */
export function speakPhonemes(words: PhonemeWords, { voice, rate, pitch }: Speaker): Audio {
  const text = words.map((word) => `[[${word.join('|')}]]`).join(' ');
  return decodeWav(espeak(['-v', voice, '-s', String(rate), '-p', String(pitch), '--stdout'], text));
}
