import { PronError } from '../pipeline/errors';
import { speak } from '../engine/voices/speak';

/** Speaks references the same way for a whole run, so that its figures stand on one voice. */
export interface ReferenceVoice {
  /** A WAV file. */
  say(text: string, language: string): Promise<Buffer>;
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
  return {
    get engine() {
      return engine;
    },
    async say(text, language) {
      choice ??= availableEngine();
      engine = await choice;
      const request = { engine, text, language, rate: RATE, pitch: PITCH, wordTimes: false };
      return (await speak(request)).wav;
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
