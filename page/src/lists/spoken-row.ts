import { PronError } from '../../../base/errors';
import { spokenText } from '../../../language/spoken';

/** What is said for a row: where that is not what is written, else ''. Or why no voice can say it. */
export type SpokenRow =
  | { readonly said: string }
  | { readonly kind: 'sentence' | 'letters' }
  | { readonly kind: 'unspeakable'; readonly code: string; readonly reason: string };

/** Looks at a row of a list. A row where nothing is written is none. @param language BCP 47 tag */
export function spokenRow(text: string, translation: string, language: string): SpokenRow {
  if (text.trim() === '') return translation.trim() === '' ? { said: '' } : { kind: 'sentence' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'letters' };
  try {
    const spoken = spokenText(text, language);
    const said = spoken.pronounced ?? spoken.text;
    return { said: bare(said) === bare(text) ? '' : said };
  } catch (error) {
    // What the page can't tell, the voice can: Hanja.
    return error instanceof PronError ? { kind: 'unspeakable', code: error.code, reason: error.message } : { said: '' };
  }
}

function bare(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N} ]/gu, '').replace(/ +/g, ' ').trim();
}
