import { spokenOrWritten, spokenText, type Spoken } from '../language/spoken';
import type { SpeakRequest, VoiceEngine } from './request';

/** They read Korean as it is spelt: they know neither liaison nor assimilation. */
const READS_SPELLING: ReadonlySet<VoiceEngine> = new Set(['built-in', 'espeak-ng']);

/**
 * What a request's text is when it is spoken. A recording may have any text, or none: then it is undefined.
 * @throws PronError as `spokenText`
 */
export function spokenFor({ engine, text, language }: SpeakRequest): Spoken | undefined {
  if (engine !== 'recording') return spokenText(text, language);
  return text.trim() === '' ? undefined : spokenOrWritten(text, language);
}

/** The line that the engine reads. */
export function lineFor({ engine }: SpeakRequest, spoken: Spoken | undefined): string {
  return (READS_SPELLING.has(engine) ? spoken?.pronounced : undefined) ?? spoken?.text ?? '';
}
