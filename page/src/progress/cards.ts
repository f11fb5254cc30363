import { createEmptyCard, fsrs, Rating, State, type Card, type Grade as RatingOf } from 'ts-fsrs';
import { daysBetween, noonOf, type Day } from './days';
import type { Grade } from './kept-result';

/** What is known of a sentence or a word that comes back for review. */
export interface ReviewCard {
  /** Day on which it comes back. */
  readonly due: Day;
  /** Of the memory model: days until the chance to say it well has fallen to 90 %, and how hard it is, 1 to 10. */
  readonly stability: number;
  readonly difficulty: number;
  readonly reviews: number;
  readonly lapses: number;
  /** The newest day with a try, and the best grade of that day. */
  readonly last: Day;
  readonly best: Grade;
}

/**
 * The tiers are the four answers of a flash card. `again` is a failure to recall, and the lowest tier is a sentence that a
 * listener has to guess. `fair` was recalled with effort. `good` is what raters call good for a learner. Only the highest tier
 * counts as easy: it waits longest.
 */
const RATINGS: Readonly<Record<Grade, RatingOf>> = { low: Rating.Again, fair: Rating.Hard, good: Rating.Good, top: Rating.Easy };
const ORDER: readonly Grade[] = ['low', 'fair', 'good', 'top'];

/** Whole days, since learners come once a day; without chance, so that the list is the same on every look. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

/**
 * The card after a try. The first try of a day tells what was remembered and moves the card; later ones of that day are practice.
 * @param card undefined where it is new
 */
export function reviewed(card: ReviewCard | undefined, grade: Grade, day: Day): ReviewCard {
  // A clock that was set back gives tries before the last one: they can't be placed.
  if (card !== undefined && day < card.last) return card;
  if (card?.last === day) return { ...card, best: better(card.best, grade) };
  const now = noonOf(day);
  const next = scheduler.next(card === undefined ? createEmptyCard(now) : asCard(card), now, RATINGS[grade]).card;
  return {
    due: next.due.toISOString().slice(0, 10), stability: rounded(next.stability), difficulty: rounded(next.difficulty),
    reviews: next.reps, lapses: next.lapses, last: day, best: grade,
  };
}

/** Whether a card is to be practised today: its day has come, or its tries of today were not good yet. */
export function isDue(card: ReviewCard, today: Day): boolean {
  return card.last === today ? ORDER.indexOf(card.best) < ORDER.indexOf('good') : card.due <= today;
}

/** The chance, 0 to 1, that it would be said well today. */
export function chanceOf({ last, stability }: ReviewCard, today: Day): number {
  return scheduler.forgetting_curve(Math.max(0, daysBetween(last, today)), stability);
}

function asCard({ due, stability, difficulty, reviews, lapses, last }: ReviewCard): Card {
  return {
    ...createEmptyCard(), due: noonOf(due), stability, difficulty, reps: reviews, lapses, last_review: noonOf(last), state: State.Review,
  };
}

const better = (one: Grade, other: Grade): Grade => (ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other);
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
