/** Draws numbers in [0, 1); the same seed gives the same numbers on every machine. */
export type Random = () => number;

/** Marsaglia's xorshift with 32 bits of state ("Xorshift RNGs", 2003, shifts 13, 17, 5). */
export function seededRandom(seed: number): Random {
  // A state of 0 would stay 0. An odd multiplier spreads small seeds over all bits.
  let state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 16; i += 1) next();
  return next;
}

/** One of `items`; all are equally likely. @throws RangeError if there is none */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** The items in a random order; all orders are equally likely (Fisher and Yates's shuffle). `items` is not changed. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T]; // both inside
  }
  return result;
}
