/** A text without the differences that nobody hears: the form of its letters, and how many spaces are between its words. */
export function textKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}
