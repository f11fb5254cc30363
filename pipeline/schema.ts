import * as v from 'valibot';

/** A number of a file that a user may have written; NaN and infinity are none. */
export const finiteNumber = v.pipe(v.number(), v.finite());

/** @param least the smallest that is right */
export const numberFrom = (least: number) => v.pipe(finiteNumber, v.minValue(least));
export const wholeFrom = (least: number) => v.pipe(numberFrom(least), v.integer());

/** The same between two bounds. The message names both, whichever was passed. */
export function numberBetween(least: number, most: number) {
  const bounds = `${least} to ${most}`;
  return v.pipe(finiteNumber, v.minValue(least, bounds), v.maxValue(most, bounds));
}
export const wholeBetween = (least: number, most: number) => v.pipe(numberBetween(least, most), v.integer());

/** An object about which nothing more is known. */
export const anyObject = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** What a schema accepts, for code that only reads it. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
