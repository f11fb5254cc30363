import { addRecordingButton, addSentenceButton } from '../../flow/buttons';
import type { Flow, Placed } from '../../flow/flow';

/** The sentences that the lessons' recordings are readings of. */
export const SENTENCES = {
  ko: '만나서 반갑습니다, 날씨가 좋네요',
  en: 'Nice to meet you, the weather is lovely today',
} as const;

export type LessonLanguage = keyof typeof SENTENCES;

/** The facts of a message about a sentence, as JSON. */
export function factsOf(language: LessonLanguage, session: string = language): string {
  return JSON.stringify({ session, language, text: SENTENCES[language] });
}

/**
 * An inject node that names one of the lessons' recordings, for a `file in` node. Its topic is the recording's name.
 * @param further more properties of the message
 */
export function recordingButton(flow: Flow, key: string, recording: string, placed: Placed, further?: Readonly<Record<string, string | number>>): string {
  const language: LessonLanguage = recording.startsWith('ko') ? 'ko' : 'en';
  return addRecordingButton(flow, key, { topic: recording, folder: 'PRONUNCIATION_LESSON_RECORDINGS', recording, facts: factsOf(language) }, placed, further);
}

/** An inject node that sends the sentence to a tts node. */
export function sentenceButton(flow: Flow, key: string, language: LessonLanguage, placed: Placed): string {
  return addSentenceButton(flow, key, { topic: `${language} reference`, text: SENTENCES[language], facts: factsOf(language) }, placed);
}
