import { phrase } from '../../../base/errors';
import { GAP, type Rule } from '../../normalisation/line';
import { unread } from '../../normalisation/unread';
import { COUNTERS, LARGE_WORDS } from './counters';

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const UNIT = String.raw`(?:(?:${LARGE_WORDS})? ?(?:${COUNTERS})|(?:${LARGE_WORDS})|[°℃%]C?|k?[mgL]|cm|mm|kg|ml|mL|km)`;
const BEFORE = String.raw`(?<![\d.,:/-])`;
const TILDE = new RegExp(`${BEFORE}(${NUMBER})(${UNIT}|:\\d\\d)?( ?)~( ?)(${NUMBER})(?:(${UNIT})|(?=:))?`, 'gu');
const DASH = new RegExp(`${BEFORE}(${NUMBER})(${UNIT})?( ?)-( ?)(${NUMBER})(${UNIT})(?!\\d)`, 'gu');
const SCORE = /(?<![\d.:])(\d{1,3}):(\d{1,3})(?:(:)(\d{1,3}))?(?![\d:])/gu;
const DASHED_SCORE = /(?<![\d.:-])(\d{1,2})-(\d{1,2})(?=(?:으?로)? ?(?:이[기겼긴]|졌|지고|승리|패|비[기겼긴]|앞서|역전))/gu;
const ADDRESS = /(\d+)-(\d+)(?=번지| ?(?:번지|\(|[가-힣]*(?:아파트|빌라|빌딩)))|(?<=(?:동|리|로|길|가) ?)(\d+)-(\d+)(?![\d-])/gu;

/** 10~20분: 10분에서 20분. The unit belongs to both. */
const spans: Rule = (line) =>
  [TILDE, DASH].reduce(
    (rest, pattern) =>
      rest.replace(pattern, (_, from: string, own = '', before: string, after: string, to: string, unit = '') =>
        `${from}${own || unit}에서${blanksFor(before, after)}${to}${unit}`,
      ),
    line,
  );

function blanksFor(before: string, after: string): string {
  return before + after === '' ? GAP : before + after;
}

/** 서울~부산, 9시~18시: from there to here. A word that ends a sentence is only drawn out. */
const fromTo: Rule = (line) =>
  line
    .replace(/(?<=[가-힣]*[가-힣](?<![요다죠까네])(?:역|시|분|월|일|년|층|호|과|쪽|동|구|군|산|울|천|주|남|북|초|장|관)) ?~ ?(?=[가-힣\d])/gu, (tilde) => `에서${/ /u.test(tilde) ? tilde.replace(/~/u, '') : GAP}`)
    .replace(/(?<=[가-힣](?<![요다죠까네녕]))~(?=[가-힣]{2,}(?<![요다죠까]))/gu, `에서${GAP}`);

/** 3:2 is a result. */
export const scores: Rule = (line) =>
  line.replace(SCORE, (_, a: string, b: string, more: string | undefined, c = '') => `${a}${GAP}대${GAP}${b}${more === undefined ? '' : `${GAP}대${GAP}${c}`}`);

/** 3-2로 이겼어요 is a result; a dash between the numbers of an address is 다시. */
export const dashes: Rule = (line) =>
  line
    .replace(DASHED_SCORE, `$1${GAP}대${GAP}$2`)
    .replace(ADDRESS, (_, a?: string, b?: string, c?: string, d?: string) => `${a ?? c ?? ''}${GAP}다시${GAP}${b ?? d ?? ''}`);

/** Any other dash between numbers may mean several things. @throws PronError PRON_TTS_UNREAD */
export const refuseDashes: Rule = (line) => {
  const open = /(?<![\d-])\d+-\d+(?![\d-])/u.exec(line)?.[0];
  if (open !== undefined) throw unread(open, phrase('writeDash'));
  return line;
};

export const ranges: readonly Rule[] = [spans, fromTo];
