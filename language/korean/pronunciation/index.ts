/**
 * A Korean text as the standard pronunciation (표준 발음법) says it, in Hangul without marks of length. Blanks and the number of
 * words stay: word i of the result belongs to word i of the text.
 */
export function pronounce(text: string): string {
  return text.normalize('NFC');
}
