import type { ListItem } from '../../language/sentence-list/lines';
import { readSentenceList } from '../../language/sentence-list/read';
import { rewriteSentenceList } from '../../language/sentence-list/rewrite';
import { tagOf } from '../../language/sentence-list/tag-of';

/** Why a list is not taken: it has none, or `text` is no sentence that the list could hold. */
export type ListRefusal = { readonly kind: 'empty' } | { readonly kind: 'sentence'; readonly text: string };

/** Longest sentence, translation or name of a lesson, characters. */
const LONGEST = 2000;

/**
 * The text of the list with other sentences in it, or why they are not taken: all of them, or none.
 * @param old the list as it is, with \n at its line ends
 * @param wanted sentences by BCP 47 tag, as a page has sent them: anything
 */
export function changedList(old: string, wanted: unknown): { readonly text: string } | { readonly refusal: ListRefusal } {
  const sentences: Record<string, ListItem[]> = {};
  for (const [language, items] of Object.entries(isRecord(wanted) ? wanted : {})) {
    if (tagOf(language) !== language || !Array.isArray(items)) return { refusal: { kind: 'sentence', text: language } };
    const own = (items as unknown[]).map(itemOf);
    const wrong = own.findIndex((item) => item === undefined);
    if (wrong >= 0) return { refusal: { kind: 'sentence', text: shown((items as unknown[])[wrong]) } };
    sentences[language] = own as ListItem[];
  }
  if (Object.values(sentences).flat().length === 0) return { refusal: { kind: 'empty' } };
  const text = rewriteSentenceList(old, sentences);
  const lost = lostItem(sentences, readSentenceList(text).sentences);
  return lost === undefined ? { text } : { refusal: { kind: 'sentence', text: lost.text } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemOf(value: unknown): ListItem | undefined {
  if (!isRecord(value)) return undefined;
  const { text = '', translation = '', lesson = '' } = value;
  const parts = [text, translation, lesson].map((part) => (typeof part === 'string' && part.length <= LONGEST ? part.normalize('NFC').replace(/\s+/g, ' ').trim() : undefined));
  const [own, gloss, group] = parts;
  if (own === undefined || gloss === undefined || group === undefined || own === '') return undefined;
  return { text: own, ...(gloss !== '' && { translation: gloss }), ...(group !== '' && { lesson: group }) };
}

/** The first sentence that is not read as it was meant. */
function lostItem(meant: Readonly<Record<string, readonly ListItem[]>>, read: Readonly<Record<string, readonly ListItem[]>>): ListItem | undefined {
  for (const [language, items] of Object.entries(meant)) {
    const lost = items.find(({ text, translation, lesson }, i) => {
      const one = read[language]?.[i];
      return one?.text !== text || one.translation !== translation || one.lesson !== lesson;
    });
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function shown(value: unknown): string {
  return isRecord(value) && typeof value.text === 'string' ? value.text.slice(0, 60) : '';
}
