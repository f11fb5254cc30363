/** Pronunciations of a word, each a list of symbols; none where the dictionary does not know it. */
export type Dictionary = (word: string) => readonly (readonly string[])[];

const NEW_LINE = 10;

/**
 * A dictionary in a file, one pronunciation a line: the word in small letters, then its symbols, blanks between them; lines in
 * the order of their characters. No word is "#": such a line is a comment, and comes first. It is searched where it lies: as objects it would take ten times the memory.
 */
export function readDictionary(file: Buffer): Dictionary {
  const lineAt = (from: number): string => {
    const end = file.indexOf(NEW_LINE, from);
    return file.toString('latin1', from, end < 0 ? file.length : end);
  };
  const lineStart = (within: number): number => (within === 0 ? 0 : file.lastIndexOf(NEW_LINE, within - 1) + 1);
  const wordOf = (line: string): string => line.slice(0, line.indexOf(' '));

  function firstLineOf(word: string): number {
    let [low, high] = [0, file.length];
    while (low < high) {
      const middle = lineStart((low + high) >> 1);
      const line = lineAt(middle);
      if (wordOf(line) < word) low = middle + line.length + 1;
      else high = middle;
    }
    return low;
  }

  return (word) => {
    const found: string[][] = [];
    for (let at = firstLineOf(word); at < file.length; ) {
      const line = lineAt(at);
      if (wordOf(line) !== word) break;
      found.push(line.split(' ').slice(1));
      at += line.length + 1;
    }
    return found;
  };
}

/** A word as people write it. Where only its stem is known, the ending of a possessive is said after that. */
export function pronunciationsOf(word: string, dictionary: Dictionary): readonly (readonly string[])[] {
  const plain = word.normalize('NFC').toLowerCase().replaceAll('’', "'");
  const found = dictionary(plain);
  if (found.length > 0 || !plain.endsWith("'s")) return found;
  return dictionary(plain.slice(0, -2)).map((stem) => [...stem, ...endingAfter(stem.at(-1) ?? '')]);
}

const SIBILANTS: ReadonlySet<string> = new Set(['S', 'Z', 'SH', 'ZH', 'CH', 'JH']);
const VOICELESS: ReadonlySet<string> = new Set(['P', 'T', 'K', 'F', 'TH']);

function endingAfter(last: string): readonly string[] {
  if (SIBILANTS.has(last)) return ['IH', 'Z'];
  return VOICELESS.has(last) ? ['S'] : ['Z'];
}
