import { pick, type Random } from '../../../base/random';
import { letterDistance, lettersOf } from '../../../pipeline/ear/letters';

/** A text of which one word is not what was said. */
export interface EditedText {
  readonly kind: 'left out' | 'added' | 'exchanged' | 'moved';
  readonly text: string;
  /** The word's place in the text; for an added one, of the word that follows it. */
  readonly place: number;
  /** The word that is the difference, as the text has it or, for an added one, as it was said. */
  readonly word: string;
}

/** Short words that change what a sentence means. */
const COMMON = {
  'en-US': ['not', 'never', 'very', 'really', 'also', 'always', 'now', 'today', 'again', 'only', 'the', 'all'],
  ko: ['안', '못', '아주', '매일', '정말', '다시', '오늘', '잘', '더', '또', '많이', '그'],
} as const;

/** Words are as different as two words are if more than half of their letters are. */
const OTHER_SHARE = 0.5;

/** The text has a word more than was said: a common one, or one of another text. */
export function withWordMore(text: string, language: keyof typeof COMMON, others: readonly string[], random: Random): EditedText {
  const words = text.split(' ');
  const place = Math.floor(random() * (words.length + 1));
  const near = words.slice(Math.max(0, place - 1), place + 1);
  const word = drawn(() => pick(random() < 0.5 ? COMMON[language] : others, random), near);
  return { kind: 'left out', text: words.toSpliced(place, 0, word).join(' '), place, word };
}

/** The text has a word less than was said. */
export function withWordLess(text: string, random: Random): EditedText {
  const words = text.split(' ');
  const place = Math.floor(random() * words.length);
  return { kind: 'added', text: words.toSpliced(place, 1).join(' '), place, word: words[place] as string };
}

/** The text has another word than was said. */
export function withOtherWord(text: string, others: readonly string[], random: Random): EditedText {
  const words = text.split(' ');
  const place = Math.floor(random() * words.length);
  const word = drawn(() => pick(others, random), words.slice(Math.max(0, place - 1), place + 2));
  return { kind: 'exchanged', text: words.with(place, word).join(' '), place, word };
}

/** A word that has moved by so many places: two neighbours that change places are both out of order. */
const LEAST_MOVE = 2;

/** The text has a word somewhere else than it was said; none where the text is too short. */
export function withWordElsewhere(text: string, random: Random): EditedText[] {
  const words = text.split(' ');
  if (words.length <= LEAST_MOVE) return [];
  const from = Math.floor(random() * words.length);
  const open = words.map((_, to) => to).filter((to) => Math.abs(to - from) >= LEAST_MOVE);
  if (open.length === 0) return [];
  const place = pick(open, random);
  const word = words[from] as string;
  const others = words.toSpliced(from, 1);
  if (others.some((other) => isAlike(other, word))) return [];
  return [{ kind: 'moved', text: others.toSpliced(place, 0, word).join(' '), place, word }];
}

/** A word that is like none of its neighbours. */
function drawn(draw: () => string, near: readonly string[]): string {
  for (;;) {
    const word = draw();
    if (near.every((other) => !isAlike(word, other))) return word;
  }
}

/** Whether at most half of the letters differ. */
export function isAlike(a: string, b: string): boolean {
  const [first, second] = [lettersOf(a), lettersOf(b)];
  return letterDistance(first, second) <= OTHER_SHARE * Math.max(first.length, second.length);
}
