import { ANNOUNCEMENT, BEAT_MS, checkedJson, STALE_MS, type Announcement } from './messages';

/** A worker that has announced itself. */
interface Known extends Announcement {
  readonly heardAt: number;
}

/** The workers of a pool, as somebody who asks knows them. */
export interface Workers {
  /** Reads an announcement; an empty one says that the worker is gone. Anything else is no announcement. */
  readonly hear: (id: string, payload: Buffer, now?: number) => void;
  /** Those that have announced themselves lately. @param set only those of this set */
  readonly present: (set?: string, now?: number) => readonly Announcement[];
  /**
   * The set of models to ask. It stays the same as long as a worker has it, so that points can be compared; else it is the set
   * that most workers have. Undefined where nobody is there.
   */
  readonly chosenSet: (now?: number) => string | undefined;
  /** Those of a set, the one first that a request should go to: among those that have announced themselves just now the least busy. */
  readonly byReadiness: (set: string, now?: number) => readonly Announcement[];
  /** A worker that the broker does not know any more. */
  readonly forget: (id: string) => void;
}

/** A worker that has missed an announcement may be frozen, ms. */
const LATE_MS = 1.3 * BEAT_MS;
/** Of a pool: more would only be made up. */
const MOST_WORKERS = 500;

export function createWorkers(): Workers {
  const known = new Map<string, Known>();
  let chosen: string | undefined;

  const present = (set?: string, now = Date.now()): readonly Known[] =>
    [...known.values()].filter((worker) => now - worker.heardAt < STALE_MS && (set === undefined || worker.set === set));

  return {
    hear: (id, payload, now = Date.now()) => {
      const announcement = checkedJson(ANNOUNCEMENT, payload);
      if (payload.length === 0) known.delete(id);
      else if (announcement?.id === id && (known.has(id) || known.size < MOST_WORKERS)) known.set(id, { ...announcement, heardAt: now });
    },
    present,
    chosenSet: (now = Date.now()) => {
      const all = present(undefined, now);
      if (chosen !== undefined && all.some(({ set }) => set === chosen)) return chosen;
      const counts = new Map<string, number>();
      for (const { set } of all) counts.set(set, (counts.get(set) ?? 0) + 1);
      chosen = [...counts].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1))[0]?.[0] ?? chosen;
      return all.length === 0 ? undefined : chosen;
    },
    byReadiness: (set, now = Date.now()) => {
      const isLate = ({ heardAt }: Known): number => Number(now - heardAt > LATE_MS);
      const dice = new Map([...known.keys()].map((id) => [id, Math.random()]));
      const diceOf = ({ id }: Known): number => dice.get(id) ?? 0;
      return [...present(set, now)].sort((a, b) => isLate(a) - isLate(b) || a.waitMs - b.waitMs || a.queue - b.queue || diceOf(a) - diceOf(b));
    },
    forget: (id) => known.delete(id),
  };
}
