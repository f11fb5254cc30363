import { isReadingOf } from '../../../language/korean/normalisation/brackets';
import { pronounceWords } from '../../../language/korean/pronunciation';
import { primaryLanguage } from '../../../pipeline/language-tag';

/** The last run of Hangul of a word, before its marks. */
const HANGUL = /[가-힣]+(?![^]*[가-힣])/u;

/**
 * A Korean sentence with the pronunciation of its words in brackets, where that differs from what the rules say: 깻잎[깬닙].
 * @param reading of the whole sentence, word by word, perhaps in brackets itself
 * @returns undefined where it does not fit the sentence, or the language has no such brackets
 */
export function withPronunciation(sentence: string, reading: string, language: string): string | undefined {
  if (primaryLanguage(language) !== 'ko') return undefined;
  const words = sentence.split(' ');
  const sounds = reading.replace(/^[[/(]|[\]/)]$/g, '').replace(/[ː:]/g, '').split(' ').map((sound) => HANGUL.exec(sound)?.[0] ?? '');
  if (sounds.length !== words.length) return undefined;
  const usual = pronounceWords(words.map((text) => ({ text }))).map((sound) => HANGUL.exec(sound)?.[0]);
  const bracketed: string[] = [];
  for (const [i, word] of words.entries()) {
    const sound = sounds[i] ?? '';
    const [hangul = ''] = HANGUL.exec(word) ?? [];
    const isUsual = sound === '' || hangul === '' || sound === usual[i];
    // Brackets that are no pronunciation would be read aloud.
    if (!isUsual && !isReadingOf(sound, hangul)) return undefined;
    bracketed.push(isUsual ? word : word.replace(HANGUL, `${hangul}[${sound}]`));
  }
  return bracketed.join(' ');
}
