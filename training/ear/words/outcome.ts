import type { Heard } from '../../../pipeline/ear/heard';
import { isAlike } from './text-edits';
import type { Kind, Trial } from './trials';

/** What the ear said about a trial. */
export interface Outcome {
  /** Any word was called left out, exchanged or added. */
  readonly isFound: boolean;
  /** The word that is different was named. */
  readonly isNamed: boolean;
  /** As what it is: left out, exchanged or added. */
  readonly isAsKind: boolean;
  /** And nothing else. */
  readonly isAlone: boolean;
}

const ERROR: Partial<Record<Kind, string>> = { 'left out': 'omission', 'left out of the sound': 'omission', exchanged: 'mispronunciation', half: 'omission' };
const ADDITIONS: ReadonlySet<Kind> = new Set<Kind>(['added', 'doubled', 'begun again', 'said twice']);

export function outcomeOf({ kind, place, word }: Trial, { words, insertions }: Heard): Outcome {
  const wrong = words.flatMap(({ error }, i) => (error === 'none' ? [] : [i]));
  const isFound = wrong.length + insertions.length > 0;
  if (ADDITIONS.has(kind)) {
    // The copy of a word that was said twice may be the first or the second one.
    const isNamed = insertions.some(({ text }) => text.split(' ').some((part) => isAlike(part, word)) || isAlike(text, word));
    return { isFound, isNamed, isAsKind: isNamed, isAlone: isNamed && wrong.length === 0 };
  }
  const isNamed = wrong.includes(place);
  return { isFound, isNamed, isAsKind: kind === 'moved' ? words[place]?.moved === true : words[place]?.error === ERROR[kind], isAlone: isNamed && wrong.length === 1 && insertions.length === 0 };
}
