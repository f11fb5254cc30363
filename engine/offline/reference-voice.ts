import { isBuiltInInstalled } from '../../voices/built-in';
import type { Speech, VoiceEngine } from '../../voices/request';
import { speak } from '../../voices/speak';
import type { Word } from '../../pipeline/types';
import type { VoiceChoice } from './voice-options';

/** Speaks all references of a run with the same voice, so that the figures are comparable. */
export interface ReferenceVoice {
  /** A WAV file. */
  say(text: string, language: string): Promise<Buffer>;
  /** The same with the times of the words, which take longer than the audio. No words if the voice gives no times. */
  sayWithWords(text: string, language: string): Promise<{ readonly wav: Buffer; readonly words: readonly Word[] }>;
  /** The engine in use; null before the first text. */
  readonly engine: VoiceEngine | null;
}

/** Words a minute and pitch (0 to 99) of all reported figures. */
const RATE = 175;
const PITCH = 50;

/**
 * Uses the built-in voice, the tts node's default, so that a calibration is made with the voice that a flow uses. Where its
 * package is missing, the espeak-ng program speaks, which is another voice.
 * @param choice another voice
 */
export function referenceVoice(choice?: VoiceChoice): ReferenceVoice {
  let engine: ReferenceVoice['engine'] = null;
  async function spoken(text: string, language: string, wordTimes: boolean): Promise<Speech> {
    engine = choice?.engine ?? (isBuiltInInstalled() ? 'built-in' : 'espeak-ng');
    return speak({ ...choice, engine, text, language, rate: RATE, pitch: PITCH, wordTimes });
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
