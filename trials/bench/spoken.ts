import { DEFAULT_PITCH, DEFAULT_RATE } from '../../voices/request';
import { built } from './built';
import { SAMPLE_RATE } from './utterance';

/** What the learner should say: 4 s by the built-in voice. */
export const SENTENCE = 'Please close the window before you leave because it may rain this evening after school';
/** The same with one word left out. */
export const ONE_WORD_LEFT_OUT = SENTENCE.replace(' may', '');
export const LANGUAGE = 'en-US';
/** Of the learner's voice; the reference has the usual one. */
const LEARNER_PITCH = 60;

const { speak } = built('voices/speak') as typeof import('../../voices/speak');
const { runInspect } = built('engine/child-jobs/inspect') as typeof import('../../engine/child-jobs/inspect');

/** A sentence by the built-in voice, at the rate of a microphone's recordings, the same each time. */
export async function spoken(text: string, who: 'learner' | 'reference'): Promise<Uint8Array> {
  const pitch = who === 'learner' ? LEARNER_PITCH : DEFAULT_PITCH;
  const { wav } = await speak({ engine: 'built-in', text, language: LANGUAGE, rate: DEFAULT_RATE, pitch, wordTimes: false });
  return runInspect({ kind: 'inspect', wav, sampleRate: SAMPLE_RATE }).wav;
}
