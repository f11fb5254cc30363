import { phrase, PronError, type Phrase } from '../../base/errors';
import { GAP, type Rule } from './line';

/** The error for a part of a text that can't be read for sure. @param instead what to write */
export function unread(part: string, instead: Phrase): PronError {
  return new PronError('PRON_TTS_UNREAD', { part, instead });
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|kr|edu|gov|io|info|jp|uk|de|fr)\b(?:\/\S*)?/iu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
/** A sign that no rule reads, before a letter or a digit and, if it can be an ornament, behind one too. */
const WITHIN = /[\p{L}\p{N}][@^\\{}](?=[\p{L}\p{N}])|(?:[∑∏∫√∞∂∇∈∉∩∪∧∨∀∃≈≡∝⊂⊃⊆⊇]|(?![$€£¥₩₹₫฿₽¢])\p{Sc})(?=[\p{L}\p{N}])/u;

/** @throws PronError PRON_TTS_UNREAD for an address of the internet or an email address */
export const refuseAddresses: Rule = (text) => {
  const email = EMAIL.exec(text)?.[0];
  if (email !== undefined) throw unread(email, phrase('writeEmail'));
  const address = ADDRESS.exec(text)?.[0];
  if (address !== undefined) throw unread(address, phrase('writeAddress'));
  return text;
};

/**
 * @param isLetter whether a letter is one that the language is read in
 * @throws PronError PRON_TTS_UNREAD for a letter of another script, or a sign beside letters or digits that no rule reads
 */
export function refuseWriting(line: string, isLetter: RegExp): void {
  for (const word of line.replaceAll(GAP, ' ').split(/[ \n]/u)) {
    if ([...word].some((one) => /\p{L}/u.test(one) && !isLetter.test(one))) throw unread(word, phrase('writeLetters'));
    if (WITHIN.test(word)) throw unread(word, phrase('writeSign'));
  }
}
