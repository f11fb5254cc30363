/** Keeps the `limit` values that were used last. */
export interface Lru<V> {
  get(key: string): V | undefined;
  /** Does not count as use. */
  has(key: string): boolean;
  /** Returns the value that had to go, if any. */
  set(key: string, value: V): V | undefined;
  delete(key: string): void;
  readonly size: number;
}

export function createLru<V>(limit: number): Lru<V> {
  // A Map iterates in the order of insertion: the first key is the one least recently used.
  const entries = new Map<string, V>();
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    has: (key) => entries.has(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= limit) return undefined;
      const [oldest, dropped] = [...entries][0] ?? [];
      if (oldest !== undefined) entries.delete(oldest);
      return dropped;
    },
    delete(key) {
      entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}
