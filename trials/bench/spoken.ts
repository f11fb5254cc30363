import { DEFAULT_PITCH, DEFAULT_RATE } from '../../voices/request';
import { built } from './built';
import { inRoom, SAMPLE_RATE } from './utterance';

/** What the learner should say: 4 s by the built-in voice. */
export const SENTENCE = 'Please close the window before you leave because it may rain this evening after school';
/** The same with one word left out. */
export const ONE_WORD_LEFT_OUT = SENTENCE.replace(' may', '');
export const LANGUAGE = 'en-US';
/** Before and after the sentence, s. */
const PAUSE = 0.25;

const { speak } = built('voices/speak') as typeof import('../../voices/speak');
const { decodeWav } = built('pipeline/wav') as typeof import('../../pipeline/wav');
const { resample } = built('pipeline/resample') as typeof import('../../pipeline/resample');

/** A sentence by the built-in voice as a microphone would record it in a quiet room, the same each time. */
export async function spoken(text: string): Promise<Uint8Array> {
  const { wav } = await speak({ engine: 'built-in', text, language: LANGUAGE, rate: DEFAULT_RATE, pitch: DEFAULT_PITCH, wordTimes: false });
  const voice = decodeWav(wav);
  const samples = resample(voice.samples, voice.sampleRate, SAMPLE_RATE);
  const pause = PAUSE * SAMPLE_RATE;
  const room = new Float32Array(samples.length + 2 * pause);
  room.set(samples, pause);
  return inRoom(room);
}
