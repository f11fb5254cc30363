import { execFileSync } from 'node:child_process';

/** The phonemes of a text (or of phonemes in `[[...]]`) in espeak-ng's own names, stress marks left out. */
export function phonemesOf(voice: string, text: string): string[] {
  const output = execFileSync('espeak-ng', ['-v', voice, '-q', '-x', '--sep=_', '--', text], { encoding: 'utf8' });
  return output
    .split(/[_\s]+/)
    .map((name) => name.replace(/[',%=|:]/g, ''))
    .filter((name) => name !== '');
}

/** Words of phonemes ("n_'aI_s") as a text that espeak-ng speaks as they stand; "," makes its pause. */
export function spokenPhonemes(words: readonly string[]): string {
  return words.map((word) => (word === ',' ? ',' : `[[${word.replaceAll('_', '|')}]]`)).join(' ');
}

/** Levenshtein distance: the least number of phonemes replaced, left out or added between two readings. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  a.forEach((phoneme, i) => {
    const next: number[] = [];
    b.forEach((other, j) => {
      const diagonal = j === 0 ? i : (row[j - 1] ?? 0);
      const left = j === 0 ? i + 1 : (next[j - 1] ?? 0);
      next.push(Math.min(diagonal + (phoneme === other ? 0 : 1), left + 1, (row[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? a.length;
}
