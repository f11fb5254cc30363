/** Counters that take native numbers. */
const NATIVE = [
  '시간', '시', '개', '명', '사람', '살', '잔', '컵', '권', '마리', '번째', '그루', '벌', '송이', '켤레', '채', '장', '척', '자루',
  '병', '그릇', '접시', '조각', '통', '봉지', '상자', '박스', '캔', '묶음', '다발', '포기', '알', '모금', '줄기', '줄', '줌', '숟가락',
  '스푼', '큰술', '작은술', '큰 술', '작은 술', '입', '걸음', '바퀴', '차례', '끼', '곡', '편', '쌍', '군데', '가지', '마디', '달', '살짜리', '배', '글자',
  '단어', '문장', '식구', '나라', '과목', '종류', '팀', '골', '시간대', '켤레', '가닥', '토막', '대', '분', '번', '곳', '판', '모', '갑', '단', '쪽', '톨', '꼬집', '뼘',
];

/** Counters that take Sino-Korean numbers. Those that begin as a native one are here to be found first. */
const SINO = [
  '개월', '개국', '개년', '개소', '개교', '개사', '시즌', '시리즈', '분기', '분의', '년생', '년대', '년도', '학년도', '학년', '학기', '학번', '인분', '인용',
  '년', '호선', '호실', '호차', '호기', '호', '등급', '등', '세기', '세트', '세대', '세', '월', '일차', '일', '주일', '주년', '주차', '주', '박', '초', '층', '교시', '원', '달러', '유로', '엔', '위안', '센트',
  '파운드', '퍼센트', '프로', '도', '점', '위', '강', '급', '과', '단원', '페이지', '면', '절', '항', '조', '부', '회', '차로', '차선', '차', '반',
  '동', '번지', '번길', '번가', '길', '로', '가', '번출구', '인', '평', '미터', '센티', '킬로', '그램', '리터', '단계', '라운드', '쿼터', '이닝', '승', '패', '무', '루', '득점',
  '대손', '군', '사단', '중대', '대대', '인치', '볼트', '와트', '칼로리', '바이트', '기가', '메가', '톤', '배속', '장조', '악장', '막', '장면', '촌', '관왕', '연패', '연승', '석', '자리', '차원', '진법', '획', '열',
];

/** Words that stand between a number and what is counted: 5천 명, 100만 원. */
export const LARGE_WORDS = '[십백천]?[만억조]|천|백';

const JOINED: ReadonlySet<string> = new Set(['월', '등', '위']);
const byLength = (a: string, b: string): number => b.length - a.length;

/** All counters, the longest first, for a pattern. */
export const COUNTERS = [...NATIVE, ...SINO].sort(byLength).join('|');

const NATIVE_COUNTERS: ReadonlySet<string> = new Set(NATIVE);

/** Whether the counter is written together with its number: 시월, 일등, and the day behind its month, 시월 삼일. */
export function isJoined(counter: string, before: string): boolean {
  return JOINED.has(counter) || (counter === '일' && /월[ \ue01f]$/u.test(before));
}

/** A number, its counter, and the text around them. */
export interface Counted {
  readonly number: number;
  readonly counter: string;
  readonly before: string;
  readonly after: string;
}

const PEOPLE = /(?:손님|선생님|어른|고객|환자|친구|회원|관객|할머니|할아버지|부모님|남자|여자|어르신|가족|신사|숙녀)(?:이|은|는|도)?\s?$/u;
const MACHINES = /(?:차|버스|자전거|컴퓨터|트럭|비행기|기차|택시|카메라|텔레비전|티브이|TV|기계|피아노|냉장고|오토바이|노트북|에어컨|세탁기|핸드폰|휴대폰|전화기|로봇)(?:가|를|는|은|이|을|도)?\s?$/u;
/** What a number names, as that of a bus. */
const NUMBERED = /^\s?(?:버스|마을버스|문제|출구|선|타자|국도|창구|좌석|게이트|채널|트랙|홈|사물함|테이블|선수|그림|사진|보기|답|교향곡|출입구|승강장|플랫폼|탑승구|손님|참가자|학생|자리|칸|줄|방|레인|코스|노선|후보|척추|염색체|건반|아이언|우드|지문|문항|배터리|버튼|키)/u;
/** Particles that follow the name of a number, and seldom "times". */
const AS_NAME = /^(?:을|이|은|과|부터|까지|에서|으로|입니다|이에요|이야|이다|에(?![\p{L}\p{N}]))/u;
const OFTEN = /(?:하루에?|일주일에?|주일에?|주에?|달에?|해에?|년에?|날에?|매일|매주|매달|총|모두|벌써|지금까지|다시|시간에|분에|평생에?|이번이|이것이|딱|겨우|단|한\s?달에)\s?$/u;

/** Whether a number is read with native words before its counter. */
export function takesNative({ number, counter, before, after }: Counted): boolean {
  if (!NATIVE_COUNTERS.has(counter) || /(?:제|\d반|\d조|번호는?)\s?$/u.test(before)) return false;
  switch (counter) {
    case '시':
      return number <= 12;
    case '시간':
      return number < 24;
    case '분':
      return PEOPLE.test(before) || /^(?:이|께서)\s(?:오|계|앉|서|가|기)/u.test(after);
    case '대':
      return number < 10 || number % 10 !== 0 || MACHINES.test(before);
    case '번':
      return isTimes(number, before, after);
    case '쪽':
      return /(?:마늘|생강|귤|사과)\s?$/u.test(before);
    case '단':
      return /(?:파|시금치|부추|미나리|쪽파|대파)\s?$/u.test(before);
    case '모':
      return /(?:두부|묵)\s?$/u.test(before);
    default:
      return true;
  }
}

function isTimes(number: number, before: string, after: string): boolean {
  if (OFTEN.test(before) || /^(?:째|씩|쯤|만|도|이나|밖에|이상|\s?(?:더|정도|이상|반복|이나))/u.test(after)) return true;
  return number < 20 && !NUMBERED.test(after) && !AS_NAME.test(after);
}
