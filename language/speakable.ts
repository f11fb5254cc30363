import { PronError } from '../base/errors';

/** More than any sentence to practise; the slowest engine needs a minute for it on two cores. */
export const MAX_CHARACTERS = 2000;

/** @param limit characters @throws PronError PRON_TTS_LONG */
export function checkTextLength(text: string, limit = MAX_CHARACTERS): void {
  // A character has at most two UTF-16 units, so a text that is far too long need not be counted exactly.
  const length = text.length > 2 * limit ? text.length : [...text].length;
  if (length > limit) throw new PronError('PRON_TTS_LONG', { length, limit });
}

/** Scripts of an ISO 15924 code that stands for several. */
const SCRIPT_GROUPS: Readonly<Record<string, readonly string[]>> = {
  Kore: ['Hangul'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Hans: ['Han'],
  Hant: ['Han'],
};

/** Pictures and flags, with their modifiers and joiners. */
export const EMOJI = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3)*/gu;

/** The scripts a language is written in, from CLDR's likely subtags; none for an unknown language. */
function scriptsOf(language: string): readonly string[] {
  try {
    const script = new Intl.Locale(language).maximize().script;
    return script === undefined ? [] : (SCRIPT_GROUPS[script] ?? [script]);
  } catch {
    return [];
  }
}

/** Share of a text's letters, 0 to 1, that are of a script in which the language is written; 1 for an unknown language. */
export function shareInScript(text: string, language: string): number {
  const scripts = scriptsOf(language);
  if (scripts.length === 0) return 1;
  const letters = text.match(/\p{L}/gu) ?? [];
  const own = new Set([...new Set(letters)].filter((letter) => scripts.some((script) => hasScript(letter, script))));
  return letters.filter((letter) => own.has(letter)).length / Math.max(1, letters.length);
}

function hasScript(text: string, script: string): boolean {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u').test(text);
  } catch {
    // This Node.js does not know the script: no reason to refuse the text.
    return true;
  }
}

/**
 * Plain text for any engine: one line, composed characters (NFC), no control characters, no emoji.
 *
 * What espeak-ng would read as a command stays text: `<tags>` and `&entities;` (the built-in engine reads SSML, the
 * program does not) and `[[phonemes]]` (the program reads them, the built-in engine does not) lose the characters
 * that make them special, which neither engine pronounces. Emoji are left out because engines read their names.
 * @throws PronError PRON_TTS_TEXT (empty), PRON_TTS_LONG (over `MAX_CHARACTERS`), PRON_TTS_UNSPEAKABLE (no letter or
 * digit), PRON_TTS_LANGUAGE (letters, but neither the language's nor Latin ones: engines spell them out or skip them)
 */
export function speakableText(text: string, language: string): string {
  if (text.trim() === '') throw new PronError('PRON_TTS_TEXT');
  checkTextLength(text);

  const plain = text
    .replace(/\p{Cs}/gu, '')
    .normalize('NFC')
    .replace(EMOJI, ' ')
    .replace(/[\p{Cc}\p{Co}\p{Cn}\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069<>]/gu, ' ')
    .replace(/&(?=#?\w+;)/gu, '& ')
    .replace(/\[(?=\[)/gu, '[ ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) throw new PronError('PRON_TTS_UNSPEAKABLE', { text });

  refuseScript(plain, language);
  return withoutShouting(plain, language);
}

/** Whether a text is in Hanja alone, all of which have a Korean reading. */
const isHanja = (text: string): boolean => !/(?!\p{Script=Han})\p{L}/u.test(text);

/** @throws PronError PRON_TTS_LANGUAGE where a text has letters, but neither the language's nor Latin ones, and no digit */
export function refuseScript(text: string, language: string): void {
  if (!/\p{L}/u.test(text)) return;
  const scripts = scriptsOf(language);
  const isReadable =
    scripts.length === 0 || /[\p{N}\p{Script=Latin}]/u.test(text) || (scripts.includes('Hangul') && isHanja(text)) ||
    scripts.some((script) => hasScript(text, script));
  if (!isReadable) throw new PronError('PRON_TTS_LANGUAGE', { text, language });
}

/** A sentence all in capitals is read in small letters: engines spell its IT and US out. One word may be an acronym. */
export function withoutShouting(text: string, language: string): string {
  const isShouted = text.includes(' ') && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return isShouted ? text.toLocaleLowerCase(/^[a-z]{2,3}(?=-|$)/i.exec(language)?.[0]) : text;
}
