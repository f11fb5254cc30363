import { LRUCache } from 'lru-cache';

export interface MemoLimits<Value> {
  /** Values that are kept; the one least recently used goes first. */
  readonly most: number;
  /** Bytes of all values together; a value larger than that is not kept. */
  readonly bytes?: { readonly most: number; readonly of: (value: Value) => number };
}

/** The value of a key: the one that was made before, else what `make` gives. */
export type Memo<Value> = (key: string, make: () => Promise<Value>) => Promise<Value>;

/** Keeps the values used last. Two calls at the same time share one value; a failure is not kept. */
export function createMemo<Value extends object | string | number>({ most, bytes }: MemoLimits<Value>): Memo<Value> {
  const values = new LRUCache<string, Value>({
    max: most,
    // A size of 0 is an error to lru-cache.
    ...(bytes && { maxSize: bytes.most, sizeCalculation: (value: Value) => Math.max(1, bytes.of(value)) }),
  });
  const underWay = new Map<string, Promise<Value>>();

  async function made(key: string, make: () => Promise<Value>): Promise<Value> {
    try {
      const value = await make();
      values.set(key, value);
      return value;
    } finally {
      underWay.delete(key);
    }
  }

  return (key, make) => {
    const known = values.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const already = underWay.get(key);
    if (already !== undefined) return already;
    const value = made(key, make);
    underWay.set(key, value);
    return value;
  };
}

/** The same function, which makes the value of a key once and keeps the `most` values used last. */
export function memoise<Value extends object | string | number>(
  most: number,
  make: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
  const memo = createMemo<Value>({ most });
  return (key) => memo(key, () => make(key));
}
