import type { ListItem } from '../../../../language/sentence-list/lines';
import type { Exercise } from '../messages';

type Lists = Readonly<Record<string, readonly ListItem[]>>;

/** A sentence in the form in which the class compares it. */
const keyOf = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/**
 * The sentences of an exercise by language, in its order and with what the list says about them.
 * @param language of those that the list does not have
 * @returns the whole lists where there is no exercise, or one without sentences
 */
export function limitedTo(exercise: Exercise | null, lists: Lists, language: string): Lists {
  if (exercise === null || exercise.sentences.length === 0) return lists;
  const known = new Map(Object.entries(lists).flatMap(([tag, items]) => items.map((item) => [keyOf(item.text), { tag, item }] as const)));
  const limited: Record<string, ListItem[]> = {};
  for (const text of exercise.sentences) {
    const { tag, item } = known.get(keyOf(text)) ?? { tag: language, item: { text } };
    limited[tag] = [...(limited[tag] ?? []), item];
  }
  return limited;
}
