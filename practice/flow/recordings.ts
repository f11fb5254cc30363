import { addRecordingButton, addSentenceButton } from './buttons';
import type { Flow, Placed } from './flow';

/** The sentence of each language that buttons without a page are about. */
export const SENTENCES = {
  ko: '기차도 전기도 없었다',
  en: 'You must have a lot',
} as const;

type BundledLanguage = keyof typeof SENTENCES;

/** A bundled recording, and the sentence that it is compared with. */
export interface Try {
  readonly language: BundledLanguage;
  /** Its file in practice/recordings, without `.wav`. */
  readonly recording: string;
  readonly text: string;
  /** Who is heard: a key of `tries` in locales/.../practice.json. */
  readonly label: 'native' | 'good-learner' | 'learner' | 'mispronounced' | 'another-sentence' | 'silence';
}

const { ko, en } = SENTENCES;

/** What can be tried without a microphone, by name. A native speaker's sentence stands for another one, too. */
export const TRIES = {
  'ko-correct': { language: 'ko', recording: 'ko-correct', text: ko, label: 'native' },
  'ko-mispronounced': { language: 'ko', recording: 'ko-mispronounced', text: ko, label: 'mispronounced' },
  'ko-another-sentence': { language: 'ko', recording: 'ko-another-sentence', text: ko, label: 'another-sentence' },
  'ko-silence': { language: 'ko', recording: 'silence', text: ko, label: 'silence' },
  'en-native': { language: 'en', recording: 'en-native', text: 'Has never been surpassed', label: 'native' },
  'en-correct': { language: 'en', recording: 'en-correct', text: en, label: 'good-learner' },
  'en-mispronounced': { language: 'en', recording: 'en-mispronounced', text: 'He turned around to face her', label: 'learner' },
  'en-another-sentence': { language: 'en', recording: 'en-native', text: en, label: 'another-sentence' },
  'en-silence': { language: 'en', recording: 'silence', text: en, label: 'silence' },
} as const satisfies Readonly<Record<string, Try>>;

export type TryName = keyof typeof TRIES;

/** The facts of a message with a bundled recording, or with one of the same sentence, as JSON. The reference of a sentence of its own is in a session of its own. */
export function factsOf(name: TryName): string {
  const { language, text } = TRIES[name];
  return JSON.stringify({ session: text === SENTENCES[language] ? language : name, language, text });
}

/**
 * An inject node that names a bundled recording, for a `file in` node. Its topic is the name of the try.
 * @param further more properties of the message
 */
export function recordingButton(flow: Flow, key: string, name: TryName, placed: Placed, further?: Readonly<Record<string, string | number>>): string {
  const { recording } = TRIES[name];
  return addRecordingButton(flow, key, { topic: name, folder: 'PRONUNCIATION_RECORDINGS', recording, facts: factsOf(name) }, placed, further);
}

/** An inject node that sends a recording's sentence to a tts node. */
export function sentenceButton(flow: Flow, key: string, name: TryName, placed: Placed): string {
  return addSentenceButton(flow, key, { topic: `reference for ${name}`, text: TRIES[name].text, facts: factsOf(name) }, placed);
}
