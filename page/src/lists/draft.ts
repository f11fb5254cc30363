import type { ListItem } from '../../../language/sentence-list/lines';

/** A line of a list that is being written: a sentence, or the name of the lesson that begins here; '' ends a lesson. */
export type Entry =
  | { readonly id: number; readonly kind: 'lesson'; name: string }
  | { readonly id: number; readonly kind: 'sentence'; text: string; translation: string };

let count = 0;
/** A name for the page's own use: no other entry has it. */
const newId = (): number => ++count;

export function newSentence(text = '', translation = ''): Entry {
  return { id: newId(), kind: 'sentence', text, translation };
}

export function newLesson(name = ''): Entry {
  return { id: newId(), kind: 'lesson', name };
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The sentences of one language as entries. @param lesson the one that is open above them */
export function entriesOf(items: readonly ListItem[], lesson = ''): Entry[] {
  let open = lesson;
  return items.flatMap(({ text, translation, lesson: own = '' }) => {
    const heading = own === open ? [] : [newLesson(own)];
    open = own;
    return [...heading, newSentence(text, translation)];
  });
}

/** The sentences that entries stand for; an entry where nothing is written is none. */
export function itemsOf(entries: readonly Entry[]): ListItem[] {
  let lesson = '';
  const items: ListItem[] = [];
  for (const entry of entries) {
    if (entry.kind === 'lesson') {
      lesson = plain(entry.name);
      continue;
    }
    const [text, translation] = [plain(entry.text), plain(entry.translation)];
    if (text !== '' || translation !== '') items.push({ text, ...(translation !== '' && { translation }), ...(lesson !== '' && { lesson }) });
  }
  return items;
}

/** Adds sentences at the end, but those that are there. */
export function withItems(entries: readonly Entry[], items: readonly ListItem[]): { readonly entries: Entry[]; readonly added: number } {
  const here = itemsOf(entries);
  const known = new Set(here.map(({ text }) => text));
  const fresh = items.filter(({ text }) => !known.has(plain(text)));
  const open = [...entries].reverse().find((entry) => entry.kind === 'lesson');
  return { entries: [...entries, ...entriesOf(fresh, open?.kind === 'lesson' ? plain(open.name) : '')], added: fresh.length };
}

/**
 * The entries with one of them moved by one place: a sentence past its neighbour, also into another lesson; a lesson past another
 * lesson, with its sentences. The same where there is no such place.
 */
export function moved(entries: readonly Entry[], id: number, by: 1 | -1): Entry[] {
  const isLesson = entries.some((entry) => entry.id === id && entry.kind === 'lesson');
  const parts = isLesson ? lessonsOf(entries) : entries.map((entry) => [entry]);
  const at = parts.findIndex(([first]) => first?.id === id);
  const [part, other] = [parts[at], parts[at + by]];
  // What stands above all lessons stays there.
  if (part === undefined || other === undefined || (isLesson && other[0]?.kind !== 'lesson')) return [...entries];
  parts[at] = other;
  parts[at + by] = part;
  return parts.flat();
}

/** Each lesson's name with its sentences; first those above all lessons. */
function lessonsOf(entries: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [];
  for (const entry of entries) {
    const part = parts.at(-1);
    if (entry.kind === 'lesson' || part === undefined) parts.push([entry]);
    else part.push(entry);
  }
  return parts;
}
