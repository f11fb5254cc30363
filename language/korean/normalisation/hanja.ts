import { phrase } from '../../../base/errors';
import { vendored } from '../../../base/vendored';
import { unread } from '../../normalisation/unread';
import type { Rule } from '../../normalisation/line';

/** Words whose sound is not that of their letters. A word stands before those within it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/五六月/gu, '오뉴월'], [/六月/gu, '유월'], [/十月/gu, '시월'], [/初八日/gu, '초파일'], [/十方/gu, '시방'], [/木瓜/gu, '모과'], [/牧丹/gu, '모란'],
  [/許諾/gu, '허락'], [/受諾/gu, '수락'], [/困難/gu, '곤란'], [/議論/gu, '의논'], [/智異山/gu, '지리산'], [/漢拏山/gu, '한라산'], [/音樂/gu, '음악'], [/聲樂/gu, '성악'],
  [/樂器/gu, '악기'], [/洞察/gu, '통찰'], [/復活/gu, '부활'], [/復興/gu, '부흥'], [/殺到/gu, '쇄도'], [/惡寒/gu, '오한'], [/憎惡/gu, '증오'], [/嫌惡/gu, '혐오'],
  [/降伏|降服/gu, '항복'], [/投降/gu, '투항'], [/暴惡/gu, '포악'], [/省略/gu, '생략'], [/便所/gu, '변소'], [/小便/gu, '소변'], [/大便/gu, '대변'], [/宿題/gu, '숙제'],
  [/參差/gu, '참치'], [/拓本/gu, '탁본'], [/索引/gu, '색인'], [/模索/gu, '모색'], [/反省/gu, '반성'], [/金浦/gu, '김포'], [/金海/gu, '김해'], [/金泉/gu, '김천'], [/自轉車/gu, '자전거'],
  [/人力車/gu, '인력거'], [/車馬/gu, '거마'], [/數學/gu, '수학'], [/頻數/gu, '빈삭'], [/度支/gu, '탁지'], [/李氏/gu, '이씨'], [/金氏/gu, '김씨'], [/看做/gu, '간주'], [/男女老少/gu, '남녀노소'],
];
const FAMILY_NAME = /(?<![\p{Script=Han}가-힣])金(?=\p{Script=Han}{2}(?!\p{Script=Han}))/gu;
/** 不 before ㄷ and ㅈ. */
const NOT = /不(?=[動道德同當得定正足在祥貞敵適的弔調條切]|斷|都|待|透|轉|絶)/gu;
const RATE = /(?<=(.))率/gu;
const HAN = /\p{Script=Han}+/gu;

interface Hanja {
  readonly translate: (text: string, mode: 'SUBSTITUTION') => string;
}

/** Its table takes 0.5 MB: it is loaded for the first text with Hanja. */
function hanja(): Hanja {
  return vendored('hanja', 'translate.js') as Hanja;
}

/** Hanja in their Sino-Korean reading. @throws PronError PRON_TTS_UNREAD for a letter without one */
export const hanjaReadings: Rule = (line) => {
  if (!/\p{Script=Han}/u.test(line)) return line;
  const known = WORDS.reduce((rest, [word, reading]) => rest.replace(word, reading), line).replace(FAMILY_NAME, '김').replace(NOT, '부');
  return known
    .replace(RATE, (_, before: string) => (endsOpen(read(before)) ? '율' : '률'))
    .replace(HAN, (word, at: number, text: string) => (/[가-힣]/u.test(text[at - 1] ?? '') ? withinWord(word) : read(word)));
};

/** A letter within a word keeps its first sound: 男女 is 남녀. */
function withinWord(word: string): string {
  return read(`大${word}`).slice(1);
}

function read(word: string): string {
  const reading = hanja().translate(word, 'SUBSTITUTION');
  const unknown = /\p{Script=Han}/u.exec(reading)?.[0];
  if (unknown !== undefined) throw unread(unknown, phrase('writeHangul'));
  return reading;
}

/** An open syllable, or one that ends with ㄴ. */
function endsOpen(reading: string): boolean {
  const last = reading.normalize('NFD').at(-1) ?? '';
  return /[\u1161-\u1175\u11ab]/u.test(last);
}
