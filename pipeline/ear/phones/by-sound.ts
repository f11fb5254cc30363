import { readDictionary, type Dictionary } from './dictionary';

/**
 * The words of a list by how they are pronounced, as a dictionary of its own: its words are phones with hyphens between them.
 * @param dictionary a file that `readDictionary` reads
 * @param words those that count, in small letters
 */
export function dictionaryBySound(dictionary: Buffer, words: ReadonlySet<string>): Dictionary {
  const lines = dictionary.toString('latin1').split('\n').flatMap((line) => {
    const [word = '', ...phones] = line.split(' ');
    return words.has(word) ? [`${phones.join('-')} ${word}`] : [];
  });
  return readDictionary(Buffer.from(lines.sort().join('\n'), 'latin1'));
}
