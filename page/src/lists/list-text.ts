import { listLines } from '../../../language/sentence-list/lines';

/** Whether a text is a list of the practice page: a heading names a language. */
export function isListText(text: string): boolean {
  return listLines(text).some(({ kind }) => kind === 'language');
}

/** A text with a sentence a line as such a list, one line longer. */
export function asListText(text: string, language: string): string {
  return `[${language}]\n${text}`;
}
