const COUNTED = '(?:개|권|그루|그릇|군데|곳|갑|가지|곡|단|달|대|다발|도|등|되|병|분|번|벌|방울|배|봉지|박스|사람|살|시|송이|상자|수저|쌍|잔|장|'
  + '접시|조각|줄|자루|종류|주|점|자리|집)';
const ENDING = '(?:이|가|은|는|을|를|의|에|로|도|만|까지|부터|쯤|정도|예요|이에요|입니다|째|반|간|짜리|씩|$)';

const NATIVE_IN_LATERAL = /(?:열|여덟)$/u;
const COUNTER = new RegExp(`^${COUNTED}${ENDING}`, 'u');
const SINO_IN_LATERAL = /(?:^|[십백천만억이삼사오육칠팔구])(?:일|칠|팔)$/u;
const SINO_COUNTER = new RegExp(`^(?:대|단계|도|동|등|등급|세|세기|시|시간|장|점|조|주|주일|주년|십|집|승|제곱)${ENDING}`, 'u');
const SINO = /^[영공일이삼사오육륙칠팔구십백천만억조]+$/u;
const SINO_NEXT = /^(?:일|이|오|육|월|원|인분|인승|인실|억|유로)/u;
const TENS = /(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)$/u;

/** Whether the word is a Sino-Korean number: 이십육. */
export function isSinoNumber(word: string): boolean {
  return SINO.test(word);
}

/** 열 개 [열깨], 여덟 시 [여덜씨], 칠 세 [칠쎄], 일 주일 [일쭈일]: the counter gets tense after a number in ㄹ. */
export function isTenseCounter(number: string, next: string): boolean {
  return (NATIVE_IN_LATERAL.test(number) && COUNTER.test(next))
    || (SINO_IN_LATERAL.test(number) && isSinoNumber(number) && SINO_COUNTER.test(next));
}

/** 십 육 [심뉵], 서른 여섯 [서른녀섣], 일 연대 [일련대]: ㄴ is added between the parts of a number. */
export function addsNInNumber(number: string, next: string): boolean {
  if (isSinoNumber(number)) return (/[십백천만]$/u.test(number) && /^육(?!이오)/u.test(next)) || next.startsWith('연대');
  return TENS.test(number) && /^(?:여섯|여덟)/u.test(next);
}

/** 이십 일 [이시빌], 천 원 [처눤]: a number and what it counts are said in one breath. */
export function belongsToNumber(number: string, next: string): boolean {
  return isSinoNumber(number) && SINO_NEXT.test(next);
}
