import { tagOf } from './tag-of';

/** A sentence to practise. */
export interface ListItem {
  readonly text: string;
  readonly translation?: string;
  readonly lesson?: string;
}

/**
 * A line of a list:
 * - `other`: blank, or a remark;
 * - `language`, `lesson`: a heading; a lesson of '' ends one;
 * - `sentence`: with the language and the lesson above it;
 * - `unread`: why it is not understood; `below` a heading that is not.
 */
export type ListLine =
  | { readonly kind: 'other' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'lesson'; readonly language: string; readonly lesson: string }
  | { readonly kind: 'sentence'; readonly language: string; readonly item: ListItem }
  | { readonly kind: 'unread'; readonly why: 'heading' | 'start' | 'letters' | 'below' };

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const LANGUAGE_HEADING = /^[[【〔]([^\]】〕]*)[\]】〕]\s*(?:#.*)?$/;

/** Reads each line of a list of sentences: see docs/sentences.md. @param text with \n at its line ends */
export function listLines(text: string): ListLine[] {
  let language: string | undefined;
  let lesson = '';
  let isBelowUnknown = false;
  return text.split('\n').map((raw): ListLine => {
    const plain = raw.trim().normalize('NFKC');
    const heading = lessonHeading(plain);
    if (heading !== undefined && language !== undefined) {
      lesson = heading;
      return { kind: 'lesson', language, lesson };
    }
    if (plain === '' || plain.startsWith('#')) return { kind: 'other' };
    if (/^[[【〔]/.test(plain)) {
      language = tagOf((LANGUAGE_HEADING.exec(plain)?.[1] ?? '').trim());
      lesson = '';
      isBelowUnknown = language === undefined;
      return language === undefined ? { kind: 'unread', why: 'heading' } : { kind: 'language', language };
    }
    if (!LETTER_OR_NUMBER.test(plain)) return { kind: 'unread', why: 'letters' };
    if (language === undefined) return { kind: 'unread', why: isBelowUnknown ? 'below' : 'start' };
    return { kind: 'sentence', language, item: { ...sentenceAndTranslation(raw), ...(lesson !== '' && { lesson }) } };
  });
}

/** `## Lesson 1`; '' for `##` alone. More signs, or no letter, are an ornament among the remarks. */
function lessonHeading(plain: string): string | undefined {
  const [, name] = /^##(?!#)\s*(.*)$/.exec(plain) ?? [];
  return name === undefined || name === '' || LETTER_OR_NUMBER.test(name) ? name : undefined;
}

/** The translation stands behind a tab, as a spreadsheet pastes it, or behind ` = `. 1 + 1 = 2 has none: it needs letters. */
function sentenceAndTranslation(raw: string): Pick<ListItem, 'text' | 'translation'> {
  const [first = '', ...others] = raw.trimStart().split('\t');
  const pasted = others.join(' ').replace(/\s+/g, ' ').trim();
  if (others.length > 0) return { text: first.trim(), ...(pasted !== '' && { translation: pasted }) };
  const [, text, translation] = /^(.*?\p{L}.*?)\s+[=＝]\s+(.*\p{L}.*)$/u.exec(raw.trim()) ?? [];
  return text === undefined || translation === undefined ? { text: raw.trim() } : { text, translation };
}
