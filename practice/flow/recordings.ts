import type { Flow, Placed } from './flow';

/** The sentences that the bundled recordings are readings of. */
export const SENTENCES = {
  ko: '만나서 반갑습니다, 날씨가 좋네요',
  en: 'Nice to meet you, the weather is lovely today',
} as const;

export type BundledLanguage = keyof typeof SENTENCES;

/** The facts of a message about a sentence, as JSON. */
export function factsOf(language: BundledLanguage, session: string = language): string {
  return JSON.stringify({ session, language, text: SENTENCES[language] });
}

/**
 * An inject node that names a bundled recording, for a `file in` node. Its topic is the recording's name.
 * @param further more properties of the message
 */
export function recordingButton(
  flow: Flow,
  key: string,
  recording: string,
  placed: Placed,
  further: Readonly<Record<string, string | number>> = {},
): string {
  const language: BundledLanguage = recording.startsWith('ko') ? 'ko' : 'en';
  return flow.add(key, 'inject', {
    topic: recording,
    props: [
      { p: 'topic', vt: 'str' },
      { p: 'filename', v: `\${PRONUNCIATION_RECORDINGS}/${recording}.wav`, vt: 'env' },
      { p: 'pronunciation', v: factsOf(language), vt: 'json' },
      ...Object.entries(further).map(([p, v]) => ({ p, v: String(v), vt: typeof v === 'number' ? 'num' : 'str' })),
    ],
    ...placed,
  });
}

/** An inject node that sends the sentence to a tts node. */
export function sentenceButton(flow: Flow, key: string, language: BundledLanguage, placed: Placed): string {
  return flow.add(key, 'inject', {
    topic: `${language} reference`,
    payload: SENTENCES[language],
    payloadType: 'str',
    props: [{ p: 'payload' }, { p: 'topic', vt: 'str' }, { p: 'pronunciation', v: factsOf(language), vt: 'json' }],
    ...placed,
  });
}
