/** Widths in pixels of Helvetica at 14 px, by kinds of letters. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!]/, 3.4],
  [/[ ftrI()[\]/-]/, 4.4],
  [/[mwMW]/, 11.5],
  [/[A-Z]/, 9.6],
  [/[\u1100-\uffff]/, 14],
];
const OTHERS = 7.8;

/** About how wide a label is, in pixels: good enough to make room for it. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (KINDS.find(([kind]) => kind.test(letter))?.[1] ?? OTHERS), 0);
}
