/** How many of the newest values count. */
const NEWEST = 20;

/** The median of the newest values. */
export function createMedian(): { readonly add: (value: number) => void; readonly value: () => number | null } {
  const values: number[] = [];
  return {
    add: (value) => {
      values.push(value);
      if (values.length > NEWEST) values.shift();
    },
    value: () => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null,
  };
}
