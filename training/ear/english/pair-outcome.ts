import type { Heard } from '../../../pipeline/ear/heard';
import { isSpelledAlike } from '../../../pipeline/ear/letters';
import { pronunciationsOf, type Dictionary } from '../../../pipeline/ear/phones/dictionary';
import { spell } from '../../../pipeline/ear/spelling';
import { wilsonInterval } from '../words/wilson';

/** A recording of `said`, which the ear was told to be `text`: both have the same number of words. */
export interface Pair {
  readonly text: string;
  readonly said: string;
  readonly language: string;
}

export interface PairOutcome {
  /** Whether the text is what was said. */
  readonly isRight: boolean;
  /** Whether a word is marked that was said otherwise; of a right text, any word at all. */
  readonly isFound: boolean;
  /** Whether the word that was said is named. */
  readonly isNamed: boolean;
  /** Whether there is a hint. */
  readonly isHinted: boolean;
}

/** What the ear has made of a pair. @param dictionary words that it pronounces alike are the same word to the ear: praise and prays */
export function pairOutcome(
  { text, said, language }: Pair,
  { words, hints = [], insertions }: Pick<Heard, 'words' | 'hints' | 'insertions'>,
  dictionary: Dictionary = () => [],
): PairOutcome {
  const [expected, spoken] = [spell(text, language).words, spell(said, language).words];
  const differs = expected.map((word, i) => !isSpelledAlike(word, spoken[i] ?? ''));
  const isRight = !differs.includes(true) && expected.length === spoken.length;
  const marked = words.flatMap(({ error }, i) => (error !== 'none' && (isRight || differs[i] === true) ? [i] : []));
  return {
    isRight,
    isFound: marked.length > 0 || (isRight && insertions.length > 0),
    isNamed: marked.some((i) => isSameSound(words[i]?.heardAs ?? '', spoken[i] ?? '', dictionary)),
    isHinted: hints.length > 0,
  };
}

function isSameSound(a: string, b: string, dictionary: Dictionary): boolean {
  const waysOf = (word: string): string[] => pronunciationsOf(word, dictionary).map((phones) => phones.join('-'));
  const ways = waysOf(b);
  return isSpelledAlike(a, b) || waysOf(a).some((way) => ways.includes(way));
}

/** Shares with their intervals, a line for right texts and one for others. @param outcomes of one group */
export function pairFigures(outcomes: readonly PairOutcome[]): string[] {
  const [right, wrong] = [outcomes.filter(({ isRight }) => isRight), outcomes.filter(({ isRight }) => !isRight)];
  const shareOf = (of: readonly PairOutcome[], what: 'isFound' | 'isNamed' | 'isHinted'): string => {
    const hits = of.filter((one) => one[what]).length;
    const [low, high] = wilsonInterval(hits, of.length).map((share) => (100 * share).toFixed(1));
    return `${hits} of ${of.length} (${((100 * hits) / of.length).toFixed(1)} %, ${low} to ${high})`;
  };
  return [
    ...(right.length === 0 ? [] : [`right texts: false hints ${shareOf(right, 'isHinted')}, marked ${shareOf(right, 'isFound')}`]),
    ...(wrong.length === 0 ? [] : [`other words: found ${shareOf(wrong, 'isFound')}, named ${shareOf(wrong, 'isNamed')}, with a hint ${shareOf(wrong, 'isHinted')}`]),
  ];
}
