/** Pronunciations of a word, each a list of symbols; none where the dictionary does not know it. */
export type Dictionary = (word: string) => readonly (readonly string[])[];

const NEW_LINE = 10;
const BLANK = 32;

/**
 * A dictionary in a file, one pronunciation a line: the word in small letters, then its symbols, blanks between them; lines in
 * the order of their characters. No word is "#": such a line is a comment, and comes first. It is searched where it lies: as objects it would take ten times the memory.
 */
export function readDictionary(file: Buffer): Dictionary {
  const lineAt = (from: number): string => {
    const end = file.indexOf(NEW_LINE, from);
    return file.toString('latin1', from, end < 0 ? file.length : end);
  };
  const wordOf = (line: string): string => line.slice(0, line.indexOf(' '));

  // No line becomes a string before it is found: each search looks at twenty of them.
  function firstLineOf(word: string): number {
    let [low, high] = [0, file.length];
    while (low < high) {
      let start = (low + high) >> 1;
      while (start > 0 && file[start - 1] !== NEW_LINE) start--;
      if (isBefore(file, start, word)) {
        const end = file.indexOf(NEW_LINE, start);
        low = end < 0 ? file.length : end + 1;
      } else high = start;
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

/** Whether the line's word comes before another one, in the order of their characters. @param start of the line */
function isBefore(file: Buffer, start: number, word: string): boolean {
  for (let i = 0; ; i++) {
    const byte = file[start + i];
    const isOver = byte === undefined || byte === BLANK || byte === NEW_LINE;
    if (isOver || i === word.length) return isOver && i < word.length;
    const other = word.charCodeAt(i);
    if (byte !== other) return byte < other;
  }
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
