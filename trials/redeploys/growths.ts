/** Compares two trees of counts and lists. Returns a sentence for each leaf that has become larger. */
export function growths(before: object, after: object): string[] {
  const [old, now] = [leaves(before), leaves(after)];
  return [...now].flatMap(([path, { size, shown }]) => {
    const was = old.get(path)?.size ?? 0;
    return size > was ? [`${path}: ${was} before, ${size} after${shown}`] : [];
  });
}

/** The leaves by path. The size of a number is its value, that of a list its length. */
function leaves(tree: object, path: readonly string[] = []): Map<string, { size: number; shown: string }> {
  const found = new Map<string, { size: number; shown: string }>();
  for (const [name, value] of Object.entries(tree) as [string, unknown][]) {
    const here = [...path, name];
    if (Array.isArray(value)) found.set(here.join('.'), { size: value.length, shown: ` (${value.join(', ')})` });
    else if (typeof value === 'number') found.set(here.join('.'), { size: value, shown: '' });
    else if (typeof value === 'object' && value !== null) for (const [key, leaf] of leaves(value, here)) found.set(key, leaf);
  }
  return found;
}
