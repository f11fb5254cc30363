import type { Interval } from '../bootstrap';

/** Shown in place of a missing figure. */
export const NO_FIGURE = '–';

/** @param digits after the point */
export function fixed(value: number | null, digits: number): string {
  return value === null ? NO_FIGURE : withMinus(value.toFixed(digits));
}

/** A figure with its sign and a real minus character. A figure that rounds to 0 has no sign. */
export function signed(value: number | null, digits = 1): string {
  if (value === null) return NO_FIGURE;
  const text = withMinus(value.toFixed(digits));
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** An interval as text, such as "0.65 to 0.87"; null without an interval. */
export function range(interval: Interval | null, format: (bound: number) => string): string | null {
  return interval === null ? null : `${format(interval[0])} to ${format(interval[1])}`;
}

/** A number with its noun: "1 recording", "2 recordings". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** A coordinate, rounded to the precision of a screen. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function withMinus(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
