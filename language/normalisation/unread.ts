import { phrase, PronError, type Phrase } from '../../base/errors';

/** The error for a part of a text that can't be read for sure. @param instead what to write */
export function unread(part: string, instead: Phrase): PronError {
  return new PronError('PRON_TTS_UNREAD', { part, instead });
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|kr|edu|gov|io|info|jp|uk|de|fr)\b(?:\/\S*)?/iu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const SIGN = /[\p{Sm}\p{Sc}\p{So}@^\\{}]/u;
/** Signs that rules read, or that are only ornaments, as in =3 and |. */
const ORNAMENT = /[+=<>|~¬♩♪♫♬♭♯^☎℃℉°©®™№$€£¥₩¢×÷±→←↑↓↔⇒■□▲△▶▷●○◆◇★☆♡♥♣♠♦]/u;

/** @throws PronError PRON_TTS_UNREAD for an address of the internet or an email address */
export function refuseAddresses(text: string): void {
  const email = EMAIL.exec(text)?.[0];
  if (email !== undefined) throw unread(email, phrase('writeEmail'));
  const address = ADDRESS.exec(text)?.[0];
  if (address !== undefined) throw unread(address, phrase('writeAddress'));
}

/**
 * @param isLetter whether a letter is one that the language is read in
 * @throws PronError PRON_TTS_UNREAD for a letter of another script, or a sign beside letters or digits that no rule reads
 */
export function refuseWriting(line: string, isLetter: RegExp): void {
  for (const word of line.split(/[ \n\u001f]/u)) {
    if ([...word].some((one) => /\p{L}/u.test(one) && !isLetter.test(one))) throw unread(word, phrase('writeLetters'));
    if (/[\p{L}\p{N}]/u.test(word) && [...word].some((one) => SIGN.test(one) && !ORNAMENT.test(one))) throw unread(word, phrase('writeSign'));
  }
}
