/** A person's text file as text, or why it can't be read. */
export type DecodedText =
  | { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'CP949' | 'Windows-1252' }
  | { readonly fault: TextFault };

/**
 * - `document`: the bytes of a spreadsheet, a word processor or a PDF;
 * - `encoding`: text in an encoding that can't be told for sure, or no text at all;
 * - `lost`: an earlier program has replaced letters by U+FFFD.
 */
export type TextFault = 'document' | 'encoding' | 'lost';

/** The first bytes of ZIP (xlsx, ods, docx), OLE (xls, doc), PDF, RTF and Apple's binary property lists. */
const DOCUMENTS = ['PK\x03\x04', '\xd0\xcf\x11\xe0', '%PDF', '{\\rtf', 'bplist'];

/** The syllables of most Korean text: 97 % of the syllables of this project's Korean texts are among them. Chinese or
 *  Japanese bytes that are read as CP949 give other ones. */
const COMMON_SYLLABLES = new Set(
    '가각간갈감갑값갔강같개객거걸검것게겠겨격견결겼경계고곳공과관교구국굴굵권균그금급기긴길김깁까깨꺼께꼭꼴꽃꽉꾸꾼꿀꿈뀔끄끝나난날남납났낮낱내낸냅너널넓넘넣네녀녁년념녕노녹높누뉴느는늘' +
    '늙늦니닌님닙다단닫달닭담답당대댁더덕덜덩데델도돈돌동되된됨됩두둘둡뒤드든듣들듭등디따딸때떤떻또뚜뚱뛰뜨뜻띠라락란람랑래램량러럼럽레렉려력련렸령례로록론료루룩룹류률르른를름릅릇릎리린' +
    '림립링마만많말맛맞매맥맷머먹먼멈멋멍메멜며면멸명모목몰몸못무묵문물뭐뭔므미믹민밀및밑바박밖반받발밝밤밥방배백밴버번벌범법벨벼벽변병보복본볼봅부북분불붉붕브비빈빠빨빵뺨뼈뽑뿐뿔사삭산' +
    '살삶삼샀상새색샘생서선설섬성세센션셨소속손솔송수순술숫쉬쉽스슬습슷시식신실심십싸쌀쌍쌓써쏘쏜쑤쓰쓸씁씨씩아안않알앎암았앞앵야약얇양얘어억언얻얼업없엇었에엔엠여역연열엷엽영옆예오온올' +
    '옮와왔요욕용우운울웃워원월웠위유육윤율융으은을읊음읍응의이익인일읽임입있자작잔잘잠잡장재저적전절점접정제젝져조족좋주죽준줄줍중쥐쥬즉즐지직진질짐집짓짜짝짧째쩔쪽쯤찌찍찜차찰참창찾채' +
    '책처척천철첫청체쳐초최추축출춤충췌층치칙친칠침카칼커컬컵켓켜코콘콜콩쿠퀴큐크큰큼키킹타탁탄탈탕태택탭터턱털테텍템톱통투툴튀트튼티팀파판팔패퍼페펙펜펴평포폭폴표푸풀품프픈플피필하학한' +
    '할함합항해햇했행향헌험헤혀현형혜호홍화확환활황회효후훈흐흔흙흥희히힘',
);
/** Fraction of the letters beyond ASCII that must be common syllables before bytes count as CP949. */
const MIN_COMMON = 0.6;
/** Fraction of ASCII in UTF-16 without a byte-order mark: its line ends, blanks, tabs and headings. */
const MIN_ASCII = 0.1;

/**
 * Decodes a text file that a person has saved: UTF-8, UTF-16 (with or without a byte-order mark), CP949, which includes
 * EUC-KR, or Windows-1252. The last two have no mark: they are taken only where the text looks Korean or western
 * European, because wrong text would be spoken and scored. The result is in NFC, with \n at the end of each line.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (DOCUMENTS.some((magic) => head.startsWith(magic))) return { fault: 'document' };
  if (head.startsWith('\xff\xfe')) return accepted(decode(bytes, 'utf-16le'), 'UTF-16');
  if (head.startsWith('\xfe\xff')) return accepted(decode(bytes, 'utf-16be'), 'UTF-16');
  if (bytes.includes(0)) return accepted(unmarkedUtf16(bytes), 'UTF-16');
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return accepted(utf8, 'UTF-8');
  const korean = decode(bytes, 'euc-kr'); // by the Encoding Standard this label means CP949
  if (korean !== null && isKorean(korean)) return accepted(korean, 'CP949');
  const western = windows1252(bytes);
  return accepted(isWestern(western) ? western : null, 'Windows-1252');
}

function accepted(decoded: string | null, encoding: 'UTF-8' | 'UTF-16' | 'CP949' | 'Windows-1252'): DecodedText {
  // U+001A ends a file of DOS.
  const text = decoded?.replaceAll('\u001A', '').replaceAll('\uFEFF', '').replace(/\r\n?|[\u2028\u2029]/g, '\n');
  if (text === undefined || isBinary(text)) return { fault: 'encoding' };
  return text.includes('\uFFFD') ? { fault: 'lost' } : { text: text.normalize('NFC'), encoding };
}

/** Null where the bytes are not of that encoding, or this Node.js lacks it. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Windows-1252 from 0x80 to 0x9F. Node.js 20 reads these as control characters (nodejs/node issue 56542). */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('iso-8859-1').decode(bytes);
  return latin.replace(/[\x80-\x9F]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Control characters that no editor writes into a text. */
function isBinary(text: string): boolean {
  return /[^\P{Cc}\t\n\v\f\r\u0085]/u.test(text);
}

/** In the wrong byte order ASCII becomes Chinese characters, so the right order is the one with more ASCII. ASCII bytes
 *  with stray zeros between them become Chinese characters in both orders. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const texts = ['utf-16le', 'utf-16be'].map((order) => decode(bytes, order) ?? '');
  const [best = ''] = texts.sort((one, other) => ascii(other) - ascii(one));
  const fewest = bytes.every((byte) => byte < 0x80) ? 1 : MIN_ASCII;
  return best !== '' && ascii(best) >= fewest * best.length && !/[\p{Cn}\p{Co}]/u.test(best) ? best : null;
}

function ascii(text: string): number {
  return text.match(/[\t\n\r -~]/g)?.length ?? 0;
}

function isKorean(text: string): boolean {
  const letters = text.match(/[^\P{L}\p{ASCII}]/gu) ?? [];
  const common = letters.filter((letter) => COMMON_SYLLABLES.has(letter)).length;
  return common > 0 && common >= MIN_COMMON * letters.length && !/[\p{Cn}\p{Co}]/u.test(text);
}

/** Each of these is rare in western European text, but comes about where bytes of another encoding are read so. */
const NOT_WESTERN: readonly RegExp[] = [
  /[^\p{ASCII}À-ÏÑ-ÖØ-ÜßÀ-ïñ-öø-üÿŒœ“”‘’‚„…–—«»¡¿°€£§©®ªº·\u00A0]/u, // another sign or letter
  /[^\P{L}\p{ASCII}]{3}/u, // three accented letters in a row
  /(?<!\p{L})[^\P{L}\p{ASCII}]{2}(?!\p{L})/u, // a word of accented letters alone
  /\p{Ll}[À-ÞŒ]/u, // a capital within a word
  /\p{L}[^\p{L}\p{N}\s\p{ASCII}’·]\p{L}/u, // a sign within a word
  /œ(?![uivt])|õ(?!e)|ø[^]*[èìïòù]|[èìïòù][^]*ø/iu, // Polish ś, Hungarian ő, Czech ř with č, ě, ď, ň or ů
];

function isWestern(text: string): boolean {
  return !NOT_WESTERN.some((pattern) => pattern.test(text));
}
