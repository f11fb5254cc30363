import { PronError } from '../../base/errors';
import type { Speech } from '../../voices/request';
import { speak } from '../../voices/speak';
import type { Word } from '../../pipeline/types';

/** Speaks references the same way for a whole run, so that its figures stand on one voice. */
export interface ReferenceVoice {
  /** A WAV file. */
  say(text: string, language: string): Promise<Buffer>;
  /** The same with the times of the words, which cost more than the audio; none where the voice can't tell. */
  sayWithWords(text: string, language: string): Promise<{ readonly wav: Buffer; readonly words: readonly Word[] }>;
  /** The engine that spoke; null before the first text. */
  readonly engine: 'espeak-ng' | 'built-in' | null;
}

/** Words a minute and pitch of every reported figure. */
const RATE = 175;
const PITCH = 50;

/** The espeak-ng program where it is installed, else the same engine as it comes with this package. */
export function referenceVoice(): ReferenceVoice {
  let choice: Promise<'espeak-ng' | 'built-in'> | undefined;
  let engine: ReferenceVoice['engine'] = null;
  async function spoken(text: string, language: string, wordTimes: boolean): Promise<Speech> {
    choice ??= availableEngine();
    engine = await choice;
    return speak({ engine, text, language, rate: RATE, pitch: PITCH, wordTimes });
  }
  return {
    get engine() {
      return engine;
    },
    async say(text, language) {
      return (await spoken(text, language, false)).wav;
    },
    async sayWithWords(text, language) {
      const { wav, words = [] } = await spoken(text, language, true);
      return { wav, words };
    },
  };
}

async function availableEngine(): Promise<'espeak-ng' | 'built-in'> {
  try {
    await speak({ engine: 'espeak-ng', text: 'a', language: 'en', wordTimes: false });
    return 'espeak-ng';
  } catch (error) {
    if (error instanceof PronError && error.code === 'PRON_TTS_ENGINE') return 'built-in';
    throw error;
  }
}
