/**
 * A text with the blanks of another writing of the same syllables: Zeroth-Korean parts particles from their nouns ("나 의 몸 도"),
 * which nobody writes. @param spoken the same syllables, perhaps as they sound, with blanks where people write them
 * @throws RangeError where the number of syllables differs
 */
export function withBlanksOf(spoken: string, text: string): string {
  const letters = [...text.replace(/\s/g, '')];
  const words = spoken.split(/\s+/).map((word) => [...word].length);
  if (words.reduce((sum, length) => sum + length, 0) !== letters.length) throw new RangeError(`"${spoken}" has other syllables than "${text}"`);
  return words.map((length) => letters.splice(0, length).join('')).join(' ');
}
