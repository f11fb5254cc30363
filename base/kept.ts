import { createLru } from './lru';

/** Makes a value once for each key and keeps the newest `most`; one that failed is made again. */
export function kept<V>(most: number, make: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const values = createLru<Promise<V>>(most);
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    void values.set(key, value); // a dropped one needs nothing done
    value.catch(() => values.delete(key));
    return value;
  };
}
