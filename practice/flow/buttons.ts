import type { Flow, Placed } from './flow';

/** The folders of recordings that come with the nodes, by their environment variables. */
export type RecordingFolder = 'PRONUNCIATION_RECORDINGS' | 'PRONUNCIATION_LESSON_RECORDINGS';

/** A recording for a `file in` node, and what its message says. */
export interface RecordingMessage {
  readonly topic: string;
  readonly folder: RecordingFolder;
  /** Its file's name without `.wav`. */
  readonly recording: string;
  /** `msg.pronunciation` as JSON. */
  readonly facts: string;
}

/** A sentence for a tts node, and what its message says. */
export interface SentenceMessage {
  readonly topic: string;
  readonly text: string;
  /** `msg.pronunciation` as JSON. */
  readonly facts: string;
}

/**
 * An inject node that names a recording.
 * @param further more properties of the message
 */
export function addRecordingButton(
  flow: Flow,
  key: string,
  { topic, folder, recording, facts }: RecordingMessage,
  placed: Placed,
  further: Readonly<Record<string, string | number>> = {},
): string {
  return flow.add(key, 'inject', {
    topic,
    props: [
      { p: 'topic', vt: 'str' },
      { p: 'filename', v: `\${${folder}}/${recording}.wav`, vt: 'env' },
      { p: 'pronunciation', v: facts, vt: 'json' },
      ...Object.entries(further).map(([p, v]) => ({ p, v: String(v), vt: typeof v === 'number' ? 'num' : 'str' })),
    ],
    ...placed,
  });
}

/** An inject node that sends a sentence. */
export function addSentenceButton(flow: Flow, key: string, { topic, text, facts }: SentenceMessage, placed: Placed): string {
  return flow.add(key, 'inject', {
    topic,
    payload: text,
    payloadType: 'str',
    props: [{ p: 'payload' }, { p: 'topic', vt: 'str' }, { p: 'pronunciation', v: facts, vt: 'json' }],
    ...placed,
  });
}
