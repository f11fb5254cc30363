const COUNTS = /[\p{L}\p{N}]/u;

/**
 * The letters and digits of a text, small and without accents, a Hangul syllable parted into its jamo: what two spellings of
 * the same sound have in common.
 */
export function lettersOf(text: string): string[] {
  return [...text.normalize('NFKD').toLowerCase()].filter((letter) => COUNTS.test(letter));
}

/** How many letters one must insert, delete or exchange (Levenshtein, 1966). */
export function letterDistance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** Whether two texts have the same letters and digits. */
export function isSpelledAlike(a: string, b: string): boolean {
  return lettersOf(a).join('') === lettersOf(b).join('');
}
