import type { Workers } from './workers';

/** How long a broker or a worker that was just started, or has just gone, has for showing up, ms. */
const GRACE_MS = 6_000;

/** Whether anybody can be asked. */
export interface Presence {
  /** The connection to the broker was made, or lost. */
  readonly setConnected: (isConnected: boolean) => void;
  readonly isConnected: () => boolean;
  /** Something has changed: whoever waits looks again. */
  readonly news: () => void;
  /** ms until it is certain that nobody is there; 0 when it is, null while somebody is there. */
  readonly untilNobody: () => number | null;
  /** Resolves when there is news, and after so long at the latest, ms. */
  readonly nextNews: (ms: number) => Promise<void>;
}

/**
 * Watches the broker and the workers for an asker. Whoever asks where nobody has been for a while is told at once: a board that
 * scores by itself then does not make each learner wait.
 */
export function watchPresence(workers: Workers, now: () => number = Date.now): Presence {
  const waiting = new Set<() => void>();
  let connected = false;
  /** When somebody was there for the last time, or could have begun to show up. */
  let since = now();

  const news = (): void => [...waiting].forEach((tell) => tell());

  return {
    setConnected: (isConnected) => {
      if (connected || isConnected) since = now();
      connected = isConnected;
      news();
    },
    isConnected: () => connected,
    news,
    untilNobody: () => {
      if (connected && workers.present().length > 0) {
        since = now();
        return null;
      }
      return Math.max(0, since + GRACE_MS - now());
    },
    nextNews: (ms) =>
      new Promise((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, ms);
        waiting.add(go);
      }),
  };
}
