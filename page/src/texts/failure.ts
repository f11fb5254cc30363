import { inOwnLanguage } from './in-own-language';
import { PHRASES, sentencesOf, type Texts } from './texts';

/** Why something failed: a name in the page's texts, and another one or a sentence from the flow. */
export interface Failure {
  readonly title: string;
  readonly text: string;
}

/** The same in the page's language. */
export function failureIn(t: Texts, ui: string, { title, text }: Failure): Failure {
  const own: Readonly<Record<string, unknown>> = t;
  const named = own[title] ?? t.errors[title];
  const microphone = (t.microphoneErrors as Readonly<Record<string, string>>)[text];
  return { title: typeof named === 'string' ? named : t.error, text: microphone ?? (typeof own[text] === 'string' ? own[text] : inOwnLanguage(text, sentencesOf(title), ui, PHRASES)) };
}
