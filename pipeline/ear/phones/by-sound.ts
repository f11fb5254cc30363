import { readDictionary, type Dictionary } from './dictionary';

/**
 * The words of a list by how they are pronounced, as a dictionary of its own: its words are phones with hyphens between them.
 * @param dictionary a file that `readDictionary` reads
 * @param words those that count, in small letters
 */
export function dictionaryBySound(dictionary: Buffer, words: ReadonlySet<string>): Dictionary {
  const lines: string[] = [];
  // Line by line: as a list of all its lines a dictionary takes twenty times the memory.
  for (let from = 0; from < dictionary.length; ) {
    const next = dictionary.indexOf('\n', from);
    const end = next < 0 ? dictionary.length : next;
    const blank = dictionary.indexOf(' ', from);
    const word = dictionary.toString('latin1', from, blank < 0 || blank > end ? end : blank);
    if (words.has(word)) lines.push(`${dictionary.toString('latin1', from + word.length + 1, end).replaceAll(' ', '-')} ${word}`);
    from = end + 1;
  }
  return readDictionary(Buffer.from(lines.sort().join('\n'), 'latin1'));
}
