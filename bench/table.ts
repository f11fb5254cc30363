/** A measured figure in ms; null where it can't be measured here. */
export interface Figure {
  readonly name: string;
  readonly value: number | null;
  /** At most this on the reference machine. */
  readonly target?: number;
}

/** One line a figure: name, ms, multiple of the yardstick, target. */
export function figuresTable(figures: readonly Figure[], yardstick: number): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, target }) => {
      const ms = value === null ? 'not here' : value.toFixed(1);
      const ratio = value === null ? '' : (value / yardstick).toFixed(3);
      const goal = target === undefined ? '' : `  at most ${target}${value !== null && value > target ? ': MISSED' : ''}`;
      return `  ${name.padEnd(width)} ${ms.padStart(9)} ${ratio.padStart(8)}${goal}\n`;
    })
    .join('');
}
