/**
 * Works on `items`, at most `parallel` at the same time, started in their order; the results come in
 * the order of the items. `work` must not reject.
 */
export async function inOrder<T, R>(
  items: readonly T[],
  parallel: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const runner = async (): Promise<void> => {
    // The runners share one iterator: each takes the next item that nobody has.
    for (const [i, item] of queue) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, runner));
  return results;
}
