import { unsaid, type Rule } from './line';

const BLANKS = String.raw`[^\S\n]`;
/** Bullets and arrows at the beginning of a line. */
const BULLET = String.raw`(?:[-*+•◦‣▪▫■□●○◆◇▶▷►☞※★☆✓✔✗✘→⇒]|o(?=\s\p{L})|\[[ xX]?\])`;
/** 1. 1) (1) 1: A. A) (A) 가. 가) ㄱ. i) Q. and the like. A date such as 12. 25. is none. */
const MARK = String.raw`(?:\d{1,3}|[A-Za-z]|[가나다라마바사아자차카타파하]|[ㄱ-ㅎ]|[ivxIVX]{1,4})`;
const NUMBER = String.raw`(?:\(${MARK}\)|${MARK}\))(?=\s*\S)(?!\s?\d{3})|(?:${MARK}[.:])(?=\s+(?!\d{1,2}\.(?:\s|$))\S)|Q\d*[.:]|A\d+[.:]`;
const SPEAKERS = '선생님|학생|선생|엄마|아빠|어머니|아버지|손님|점원|직원|의사|간호사|환자|기사|남자|여자|남|여|문|답|질문|대답|' +
  'Man|Woman|Boy|Girl|Teacher|Student|Waiter|Waitress|Customer|Clerk|Doctor|Patient|Mom|Dad|Mother|Father|Speaker';
const SPEAKER = String.raw`(?:(?:${SPEAKERS})${BLANKS}?[\dA-Z가나]?|[A-Z가나다라]\d?)${BLANKS}?:(?!\d)`;
/** Numbers in circles and in brackets of their own, before their plain forms replace them. */
const CIRCLED = /[\u2460-\u249b\u24b6-\u24ff\u2776-\u2793\u3200-\u320d\u3220-\u3243\u3260-\u326d\u3280-\u32b0]/u;

const HEADING = new RegExp(`^(?:${BLANKS}*(?:${BULLET}(?=\\s)|[•◦‣▪■□●○◆◇▶▷►☞※]|${SPEAKER}|${NUMBER}|${CIRCLED.source}(?!번|항|호)))+`, 'gmu');
const NAME = /^[^\S\n]*[\p{L}][\p{L}.]{0,11}[^\S\n]?:(?!\/\/|\d)(?=\s*\S)/gmu;

/**
 * A text without what stands before its sentences and is not said: bullets, numbers of a list, the letter or the role of a speaker.
 * A name with a colon is a speaker where every line begins with one.
 * @param text of one or several lines, with circled numbers as they were typed
 */
export const withoutHeadings: Rule = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isDialogue = lines.length > 1 && lines.every((line) => line.match(NAME) !== null);
  const spoken = text.replace(HEADING, (heading) => mute(heading, text));
  return withoutInnerNumbers(isDialogue ? spoken.replace(NAME, (name) => mute(name, text)) : spoken);
};

/** 1) 사과 2) 배, ① 사과 ② 배: a list on one line. */
function withoutInnerNumbers(text: string): string {
  return text
    .replace(/(?<=^|\s)[\u2460-\u249b\u24b6-\u24e9\u2776-\u2793](?!번|항|호)/gmu, '')
    .replace(/(?<=\s)\d{1,2}\)(?=\s*\p{L})/gmu, '');
}

/** Nothing is left unsaid that is all there is. */
function mute(heading: string, text: string): string {
  return text.trim() === heading.trim() ? heading : unsaid(heading);
}
