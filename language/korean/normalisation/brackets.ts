import { GAP, unsaid, type Rule } from '../../normalisation/line';
import { decompose } from '../jamo';

/** Marks around a word and the way it is pronounced: `깻잎`, what stands for it, `깬닙`. No written text holds them. */
const [BEGIN, MIDDLE, END] = ['\ue001', '\ue002', '\ue003'];
const MARKED = new RegExp(`${BEGIN}([^${MIDDLE}]*)${MIDDLE}([^${END}]*)${END}`, 'gu');

/** As the standard writes it. */
export function written(line: string): string {
  return line.replace(MARKED, '$1');
}

/** As the writer's brackets say that it is pronounced. */
export function asBracketsSay(line: string): string {
  return line.replace(MARKED, '$2');
}

/** Whether the writer's brackets say how a part is pronounced. */
export function hasReading(part: string): boolean {
  return part.includes(MIDDLE);
}

/** Vowels that pronunciations exchange. */
const VOWELS: Readonly<Record<string, string>> = { ㅢ: 'ㅣ', ㅖ: 'ㅔ', ㅕ: 'ㅓ', ㅒ: 'ㅐ', ㅔ: 'ㅐ', ㅙ: 'ㅚ', ㅞ: 'ㅚ' };
const vowelOf = (syllable: string): string => {
  let vowel = decompose(syllable)?.nucleus ?? syllable;
  while (VOWELS[vowel] !== undefined) vowel = VOWELS[vowel] ?? vowel;
  return vowel;
};

/** Whether Hangul in brackets says how the word before it is pronounced: it has the same vowels. */
export function isReadingOf(reading: string, word: string): boolean {
  const [a, b] = [[...reading], [...word]];
  return a.length === b.length && a.every((syllable, i) => vowelOf(syllable) === vowelOf(b[i] ?? '') || (syllable === '이' && b[i] === '의') || (syllable === '에' && b[i] === '의'));
}

const READING = /((?:[가-힣]+ )*[가-힣]+)([.,?!]?)( ?)\[([가-힣ː: /,]+)\]([가-힣]*)/gu;

/** 깻잎 [깬닙]을: the reading counts instead of the rules, and the particle belongs to the word. Of several the first counts. */
const readings: Rule = (line) =>
  line.replace(READING, (part, before: string, mark: string, blank: string, content: string, particle: string) => {
    const reading = (content.split(/[/,]/u)[0] ?? '').replace(/[ː:]/gu, '').trim();
    const count = reading.split(' ').length;
    const words = before.split(' ');
    const own = words.slice(-count);
    const sounds = reading.split(' ');
    if (own.length < count || !own.every((word, i) => isReadingOf(sounds[i] ?? '', word))) return part;
    const marked = own.map((word, i) => BEGIN + word + MIDDLE + (sounds[i] ?? '') + END);
    return [...words.slice(0, -count), ...marked].join(' ') + particle + mark + blank + unsaid(content);
  });

/** LA(로스앤젤레스): the Hangul is the reading of the letters. 사과(apple), 내일(來日): the gloss is not said. */
const glosses: Rule = (line) =>
  line
    .replace(/([A-Za-z][A-Za-z.-]*)\(([가-힣]+)\)/gu, '$2')
    .replace(/(?<=[가-힣]\ue003?) ?[([]([A-Za-z\p{Script=Han}][A-Za-z\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana} ,.'/;~-]*)[)\]]/gu, unsaid)
    .replace(/(\p{Script=Han}+)\(([가-힣]+)\)/gu, '$2');

/** (주): 주식회사. Other words in brackets are said, the brackets are not. */
const companies: Rule = (line) => line.replace(/\(주\) ?(?=[가-힣A-Za-z])|(?<=[가-힣A-Za-z])\(주\)/gu, (part) => `주식회사${part.endsWith(' ') ? ' ' : GAP}`);

export const brackets: readonly Rule[] = [readings, glosses, companies];
