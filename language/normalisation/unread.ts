import { phrase, PronError, type PhraseKey } from '../../base/errors';

/** The error for a part of a text that can't be read for sure. @param instead what to write */
export function unread(part: string, instead: PhraseKey): PronError {
  return new PronError('PRON_TTS_UNREAD', { part, instead: phrase(instead) });
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|kr|edu|gov|io|info|jp|uk|de|fr)\b(?:\/\S*)?/iu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const SIGN = /[\p{Sm}\p{Sc}\p{So}@^\\{}]/u;
/** Signs that rules read, or that are only ornaments, as in =3 and |. */
const ORNAMENT = /[+=<>|~¬♩♪♫♬♭♯^☎℃℉°©®™№$€£¥₩¢×÷±→←↑↓↔⇒■□▲△▶▷●○◆◇★☆♡♥♣♠♦]/u;

/** @throws PronError PRON_TTS_UNREAD for an address of the internet or an email address */
export function refuseAddresses(text: string): void {
  const email = EMAIL.exec(text)?.[0];
  if (email !== undefined) throw unread(email, 'writeEmail');
  const address = ADDRESS.exec(text)?.[0];
  if (address !== undefined) throw unread(address, 'writeAddress');
}

/**
 * What is left when all rules are done. @param isLetter whether a letter is one that the language's voices read
 * @throws PronError PRON_TTS_UNREAD for a sign beside a letter or a digit, a digit, or a letter of another script
 */
export function refuseRest(line: string, isLetter: RegExp): void {
  for (const word of line.split(/[\s\u001f]/u)) {
    const letter = [...word].find((one) => /\p{L}/u.test(one) && !isLetter.test(one));
    if (letter !== undefined) throw unread(word, 'writeLetters');
    const sign = /[\p{L}\p{N}]/u.test(word) && [...word].find((one) => SIGN.test(one) && !ORNAMENT.test(one));
    if (sign) throw unread(word, 'writeSign');
    if (/\p{N}/u.test(word)) throw unread(word, 'writeNumber');
  }
}
