/** Characters that some file system refuses in a name, and invisible ones. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Windows has devices of these names, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/**
 * A text as the name of a file or a folder, readable in any script and allowed on every system. Never a path, never hidden, never
 * empty.
 * @param most characters, at most 55: with four bytes each and an ending it fits into the 255 bytes of a name
 */
export function fileName(text: string, most: number): string {
  const plain = text.normalize('NFC').replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  const name = [...plain].slice(0, most).join('').replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || RESERVED.test(name) ? `_${name}` : name;
}

/** Whether two names are one on a system that does not tell capitals from small letters. */
export function isSameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
