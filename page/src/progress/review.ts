import { chanceOf, isDue, type ReviewCard } from './cards';
import type { Day } from './days';
import { subjectOf, type Subject } from './subjects';
import type { Summary } from './summary';
import { weaknessOn } from './weakness';

/** Something weak, 0 to 1. */
export interface Weak extends Subject {
  readonly weakness: number;
}

/** Below this it is no longer shown as weak. */
const LEAST = 0.1;

/** The weakest of a language, the worst first. */
export function weakestOf({ weaknesses }: Summary, kinds: readonly Subject['kind'][], language: string, today: Day, count: number): Weak[] {
  const weak: Weak[] = [];
  for (const [key, one] of weaknesses) {
    const subject = subjectOf(key);
    if (subject.language === language && kinds.includes(subject.kind)) weak.push({ ...subject, weakness: weaknessOn(one, today) });
  }
  return weak.filter(({ weakness }) => weakness >= LEAST).sort((a, b) => b.weakness - a.weakness || order(a.text, b.text)).slice(0, count);
}

/** Something that is to be practised today, in its sentence. */
export interface ReviewItem extends Subject {
  readonly kind: 'sentence' | 'word';
  readonly sentence: string;
  readonly due: Day;
}

interface Ranked extends ReviewItem {
  readonly weakness: number;
  readonly chance: number;
}

/**
 * Today's review list: weak words first, then the sentences, those with weak words and sounds before the others, and among equals
 * what is most likely forgotten. The same list on every look at it.
 * @param known whether a sentence is still on the teacher's list; others are left out
 */
export function reviewList(summary: Summary, language: string, today: Day, count: number, known: (sentence: string) => boolean = () => true): ReviewItem[] {
  const weak = new Map(weakestOf(summary, ['word', 'syllable'], language, today, Infinity).map(({ text, weakness }) => [text, weakness]));
  const ranked: Ranked[] = [];
  for (const [key, card] of summary.cards) {
    const item = itemOf(summary, key, card);
    if (item?.language !== language || !isDue(card, today) || !known(item.sentence)) continue;
    ranked.push({ ...item, weakness: weaknessIn(item, weak), chance: chanceOf(card, today) });
  }
  return ranked.sort(inOrder).slice(0, count).map(({ kind, language: own, text, sentence, due }) => ({ kind, language: own, text, sentence, due }));
}

function itemOf({ sentenceOf }: Summary, key: string, { due }: ReviewCard): ReviewItem | undefined {
  const { kind, language, text } = subjectOf(key);
  if (kind === 'sentence') return { kind, language, text, sentence: text, due };
  const sentence = sentenceOf.get(key);
  return kind === 'word' && sentence !== undefined ? { kind, language, text, sentence, due } : undefined;
}

/** Of a word, or of the weakest word or syllable of a sentence. */
function weaknessIn({ kind, text }: ReviewItem, weak: ReadonlyMap<string, number>): number {
  if (kind === 'word') return weak.get(text) ?? 0;
  const parts = [...text.toLowerCase().split(/[^\p{L}\p{N}'’-]+/u), ...text];
  return Math.max(0, ...parts.map((part) => weak.get(part) ?? 0));
}

function inOrder(a: Ranked, b: Ranked): number {
  if (a.kind !== b.kind) return a.kind === 'word' ? -1 : 1;
  return b.weakness - a.weakness || a.chance - b.chance || order(a.text, b.text);
}

/** By code units: a locale would differ from device to device. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
