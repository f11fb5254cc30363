import { GAP, type Rule } from '../../normalisation/line';

const NAMES: Readonly<Record<string, string>> = {
  A: '에이', B: '비', C: '시', D: '디', E: '이', F: '에프', G: '지', H: '에이치', I: '아이', J: '제이', K: '케이', L: '엘', M: '엠',
  N: '엔', O: '오', P: '피', Q: '큐', R: '아르', S: '에스', T: '티', U: '유', V: '브이', W: '더블유', X: '엑스', Y: '와이', Z: '제트',
};

/** Words and names that are not read letter by letter, and numbers that are read in English, by their small letters. */
const WORDS: Readonly<Record<string, string>> = {
  'wi-fi': '와이파이', wifi: '와이파이', 'e-mail': '이메일', email: '이메일', ok: '오케이', okay: '오케이', 'k-pop': '케이팝', kpop: '케이팝', 'j-pop': '제이팝',
  'k-drama': '케이드라마', 'x-ray': '엑스레이', nasa: '나사', kaist: '카이스트', unesco: '유네스코', unicef: '유니세프', nato: '나토', opec: '오펙', aids: '에이즈', sars: '사스',
  topik: '토픽', toeic: '토익', toefl: '토플', apec: '에이펙', asean: '아세안', posco: '포스코', kotra: '코트라', pin: '핀', sim: '심', zoom: '줌', ram: '램', rom: '롬',
  mp3: '엠피스리', mp4: '엠피포', '3d': '스리디', '4d': '포디', '2d': '투디', '5g': '파이브지', '4g': '포지', '3g': '스리지', a4: '에이포', a3: '에이스리', b4: '비포', '4k': '포케이',
  g20: '지이십', g7: '지세븐', b2b: '비투비', '2pm': '투피엠', '2ne1': '투애니원', '1:1': '일대일', youtube: '유튜브', google: '구글', naver: '네이버', kakao: '카카오', kakaotalk: '카카오톡',
  iphone: '아이폰', samsung: '삼성', facebook: '페이스북', instagram: '인스타그램', twitter: '트위터', netflix: '넷플릭스', tiktok: '틱톡', windows: '윈도', bluetooth: '블루투스',
  coffee: '커피', hello: '헬로', hi: '하이', bye: '바이', love: '러브', cafe: '카페', 'café': '카페', party: '파티', vs: '대', 'vs.': '대', no: '노', yes: '예스', app: '앱', apple: '애플', sale: '세일',
  open: '오픈', menu: '메뉴', test: '테스트', quiz: '퀴즈', taxi: '택시', bus: '버스', best: '베스트', new: '뉴', top: '톱', one: '원', two: '투', the: '더',
};

const FLOOR = /(?<![A-Za-z\d])B(\d)(?=층| ?층)/gu;
const LETTERS = /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f\d]*(?:[-'.&][A-Za-z\u00c0-\u024f\d]+)*\.?/gu;
const WITH_DIGITS = /(?<![A-Za-z\d.,])\d[A-Za-z]+\d?(?![A-Za-z\d])/gu;

/** Words that are fixed, before the digits in them are read as numbers: MP3, 3D. */
export const fixedWords: Rule = (line) =>
  line
    .replace(FLOOR, `지하${GAP}$1`)
    .replace(WITH_DIGITS, (word) => WORDS[word.toLowerCase()] ?? word)
    .replace(LETTERS, (word) => WORDS[word.toLowerCase()] ?? WORDS[word.replace(/\.$/u, '').toLowerCase()] ?? word);

/** Latin letters by their Korean names: TV 티브이, A형 에이형. An English word stays as it is. */
export const latinLetters: Rule = (line) => line.replace(LETTERS, (word) => (isSpelt(word) ? spelt(word) : word));

function isSpelt(word: string): boolean {
  const letters = word.replace(/[^A-Za-z]/gu, '');
  return letters.length === 1 || (letters === letters.toUpperCase() && letters.length <= 6) || /^(?:[A-Za-z]\.)+[A-Za-z]?\.?$/u.test(word);
}

function spelt(word: string): string {
  return [...word].map((letter) => NAMES[letter.toUpperCase()] ?? (letter === '&' ? '앤' : /\d/u.test(letter) ? letter : '')).join('');
}

const JAMO_NAMES: Readonly<Record<string, string>> = {
  ㄱ: '기역', ㄴ: '니은', ㄷ: '디귿', ㄹ: '리을', ㅁ: '미음', ㅂ: '비읍', ㅅ: '시옷', ㅇ: '이응', ㅈ: '지읒', ㅊ: '치읓', ㅋ: '키읔', ㅌ: '티읕', ㅍ: '피읖', ㅎ: '히읗',
  ㄲ: '쌍기역', ㄸ: '쌍디귿', ㅃ: '쌍비읍', ㅆ: '쌍시옷', ㅉ: '쌍지읒', ㄳ: '기역시옷', ㄵ: '니은지읒', ㄶ: '니은히읗', ㄺ: '리을기역', ㄻ: '리을미음', ㄼ: '리을비읍',
  ㄽ: '리을시옷', ㄾ: '리을티읕', ㄿ: '리을피읖', ㅀ: '리을히읗', ㅄ: '비읍시옷',
  ㅏ: '아', ㅐ: '애', ㅑ: '야', ㅒ: '얘', ㅓ: '어', ㅔ: '에', ㅕ: '여', ㅖ: '예', ㅗ: '오', ㅘ: '와', ㅙ: '왜', ㅚ: '외', ㅛ: '요', ㅜ: '우', ㅝ: '워', ㅞ: '웨', ㅟ: '위', ㅠ: '유', ㅡ: '으', ㅢ: '의', ㅣ: '이',
};

/** ㅋㅋ, ㅠㅠ and ㅎ behind a word are faces. Any other jamo is read by its name. */
export const jamo: Rule = (line) =>
  line
    .replace(/[ㅋㅎㅠㅜㅡㄷㅇㅅ]{2,}|(?<=[가-힣.!?~])[ㅋㅎㅠㅜ](?![ㄱ-ㅣ가-힣])/gu, (run) => (/^(?:ㄷㄷ+|ㅇㅇ|ㅅㅅ|[ㅋㅎ]+|[ㅠㅜㅡ]+)$/u.test(run) || run.length === 1 ? '' : run))
    .replace(/[ㄱ-ㅣ]+/gu, (run) => [...run].map((letter) => JAMO_NAMES[letter] ?? letter).join(GAP));
