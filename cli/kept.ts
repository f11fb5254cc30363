/** Makes a value once for each key and keeps the newest `most`; one that failed is made again. */
export function kept<V>(most: number, make: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const values = new Map<string, Promise<V>>();
  return (key) => {
    const known = values.get(key);
    const value = known ?? make(key);
    // A Map keeps the order of insertion: what was used last is put last.
    values.delete(key);
    values.set(key, value);
    if (known === undefined) value.catch(() => values.delete(key));
    const oldest = values.keys().next();
    if (values.size > most && oldest.done !== true) values.delete(oldest.value);
    return value;
  };
}
