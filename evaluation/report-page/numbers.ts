import type { Interval } from '../bootstrap';

/** What stands where there is no figure. */
export const NO_FIGURE = '–';

/** @param digits after the point */
export function fixed(value: number | null, digits: number): string {
  return value === null ? NO_FIGURE : withMinus(value.toFixed(digits));
}

/** With its sign, a real minus, and no sign for what rounds to 0. */
export function signed(value: number | null, digits = 1): string {
  if (value === null) return NO_FIGURE;
  const text = withMinus(value.toFixed(digits));
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** "0.65 to 0.87"; null without an interval. */
export function range(interval: Interval | null, format: (bound: number) => string): string | null {
  return interval === null ? null : `${format(interval[0])} to ${format(interval[1])}`;
}

/** "1 recording", "2 recordings". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** A coordinate with as many digits as a screen shows. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function withMinus(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
