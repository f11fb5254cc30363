import type { Problem } from '../station/state';
import { inOwnLanguage } from './in-own-language';
import { PHRASES, sentencesOf, type Texts } from './texts';

/** A problem in words. @param ui the page's language */
export function problemInWords({ title, text }: Problem, t: Texts, ui: string): Problem {
  const own: Readonly<Record<string, unknown>> = t;
  const named = [own[title], t.errors[title]].find((one) => typeof one === 'string') ?? t.error;
  const microphone = (t.microphoneErrors as Readonly<Record<string, string>>)[text];
  return { title: named, text: microphone ?? (typeof own[text] === 'string' ? own[text] : inOwnLanguage(text, sentencesOf(title), ui, PHRASES)) };
}
