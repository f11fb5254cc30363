import { PronError } from '../../base/errors';
import type { Speech } from '../../voices/request';
import { speak } from '../../voices/speak';
import type { Word } from '../../pipeline/types';

/** Speaks all references of a run with the same voice, so that the figures are comparable. */
export interface ReferenceVoice {
  /** A WAV file. */
  say(text: string, language: string): Promise<Buffer>;
  /** The same with the times of the words, which take longer than the audio. No words if the voice gives no times. */
  sayWithWords(text: string, language: string): Promise<{ readonly wav: Buffer; readonly words: readonly Word[] }>;
  /** The engine in use; null before the first text. */
  readonly engine: 'espeak-ng' | 'built-in' | null;
}

/** Words a minute and pitch (0 to 99) of all reported figures. */
const RATE = 175;
const PITCH = 50;

/** Uses the espeak-ng program if it is installed, otherwise the built-in build of it. */
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
