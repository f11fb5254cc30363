import { isSyllable } from '../../../language/korean/jamo';
import { reviewed, type ReviewCard } from './cards';
import { dayOf, type Day } from './days';
import type { Grade, KeptResult, KeptWord } from './kept-result';
import { keyOf, plainWord } from './subjects';
import { withTry, type Weakness } from './weakness';

/** Points of a day or of a sentence. */
export interface Tally {
  readonly tries: number;
  /** Of the points. */
  readonly sum: number;
  readonly best: number;
  readonly last: number;
}

/** All that the page shows without reading every result. Keys of the maps are days or `keyOf` a subject. */
export interface Summary {
  readonly days: Map<Day, Tally>;
  readonly sentences: Map<string, Tally>;
  /** Of sentences, and of words that were weak once. */
  readonly cards: Map<string, ReviewCard>;
  /** Of words, syllables and contrasts that were weak once. */
  readonly weaknesses: Map<string, Weakness>;
  /** Where a word was met last. */
  readonly sentenceOf: Map<string, string>;
}

export function emptySummary(): Summary {
  return { days: new Map(), sentences: new Map(), cards: new Map(), weaknesses: new Map(), sentenceOf: new Map() };
}

/** @param results in any order */
export function summaryOf(results: readonly KeptResult[]): Summary {
  const summary = emptySummary();
  for (const result of [...results].sort((a, b) => a.when - b.when || (a.id < b.id ? -1 : 1))) addTo(summary, result);
  return summary;
}

/** Adds a try. One that was refused says nothing about the learner. */
export function addTo(summary: Summary, result: KeptResult): void {
  const { when, language, sentence, points, grade, words, hint } = result;
  if (points === null || grade === null) return;
  const day = dayOf(when);
  const key = keyOf({ kind: 'sentence', language, text: sentence });
  summary.days.set(day, tallied(summary.days.get(day), points));
  summary.sentences.set(key, tallied(summary.sentences.get(key), points));
  summary.cards.set(key, reviewed(summary.cards.get(key), grade, day));
  for (const word of words) addWord(summary, word, result, day);
  if (hint !== undefined) note(summary.weaknesses, keyOf({ kind: 'contrast', language, text: hint.contrast }), 1, day);
}

function tallied(tally: Tally | undefined, points: number): Tally {
  const { tries, sum, best } = tally ?? { tries: 0, sum: 0, best: 0 };
  return { tries: tries + 1, sum: sum + points, best: Math.max(best, points), last: points };
}

/** Of a word that an ear has judged without points. */
const STATE_GRADES: Partial<Record<KeptWord['state'], Grade>> = { right: 'good', unclear: 'fair', wrong: 'low', left: 'low' };
const FAULTS: Readonly<Record<Grade, number>> = { top: 0, good: 0, fair: 0.5, low: 1 };

function addWord(summary: Summary, word: KeptWord, { language, sentence }: KeptResult, day: Day): void {
  const grade = word.state === 'right' || word.state === 'unclear' ? (word.grade ?? STATE_GRADES[word.state]) : STATE_GRADES[word.state];
  if (grade === undefined) return;
  addSyllables(summary, word, language, day);
  // Several words in a row that were left out are no word.
  if (/\s/.test(word.text)) return;
  const key = keyOf({ kind: 'word', language, text: plainWord(word.text) });
  if (!note(summary.weaknesses, key, FAULTS[grade], day)) return;
  summary.cards.set(key, reviewed(summary.cards.get(key), grade, day));
  summary.sentenceOf.set(key, sentence);
}

/** Syllables of Hangul: those of a word in other letters are known only where they were weak. A word that was left out has none. */
function addSyllables({ weaknesses }: Summary, { text, state, weak = [] }: KeptWord, language: string, day: Day): void {
  if (state === 'left') return;
  const faulty = new Set(weak.map(plainWord));
  const said = [...new Set([...text].filter(isSyllable)), ...faulty];
  for (const syllable of new Set(said)) {
    const isUnknown = state !== 'right' && faulty.size === 0;
    if (!isUnknown) note(weaknesses, keyOf({ kind: 'syllable', language, text: syllable }), faulty.has(syllable) ? 1 : 0, day);
  }
}

/** What was never weak is not kept. @returns whether it is */
function note(weaknesses: Map<string, Weakness>, key: string, fault: number, day: Day): boolean {
  const known = weaknesses.get(key);
  if (known === undefined && fault === 0) return false;
  weaknesses.set(key, withTry(known, fault, day));
  return true;
}
