import { PATIENCE_SECONDS, type Announcement } from './messages';

/** How long somebody who asks waits for an answer, ms. */
export const PATIENCE_MS = PATIENCE_SECONDS * 1000;

/** Time-out of the first try, ms: never less, and the second one must have time. */
const LEAST_MS = 3_000;
const MOST_MS = PATIENCE_MS / 2;
/** What a worker has not measured yet, ms. */
const UNKNOWN_MS = 3_000;

/**
 * How long the first try may take: three times what the workers announce, and what requests have waited there lately.
 * @returns ms
 */
export function firstTimeout(workers: readonly Pick<Announcement, 'medianMs' | 'waitMs'>[]): number {
  const slowest = Math.max(0, ...workers.map(({ medianMs }) => medianMs ?? UNKNOWN_MS));
  const longest = Math.max(0, ...workers.map(({ waitMs }) => waitMs));
  return Math.min(MOST_MS, LEAST_MS + 3 * slowest + 2 * longest);
}
