/** Places from `start` to before `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The longest stretches in which all values are true. */
export function runsOf(values: readonly boolean[]): Stretch[] {
  const runs: Stretch[] = [];
  let start = -1;
  for (let i = 0; i <= values.length; i++) {
    if (values[i] === true && start < 0) start = i;
    if (values[i] !== true && start >= 0) {
      runs.push({ start, end: i });
      start = -1;
    }
  }
  return runs;
}
