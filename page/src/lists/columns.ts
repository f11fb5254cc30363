import { primaryLanguage } from '../../../pipeline/language-tag';
import { shareInScript } from '../../../language/speakable';
import { tagOf } from '../../../language/sentence-list/tag-of';

/** What the columns of a table hold: their places. */
export interface Columns {
  readonly sentence: number;
  readonly translation?: number;
  readonly lesson?: number;
  readonly pronunciation?: number;
  readonly language?: number;
}

type Role = keyof Columns;

const NAMES: Readonly<Record<Role, string>> = {
  sentence: 'sentence sentences text phrase expression example front question 문장 예문 표현 본문 텍스트 한국어문장',
  translation: 'translation meaning gloss back answer 번역 뜻 의미 해석 풀이',
  lesson: 'lesson unit chapter group topic 과 단원 레슨 수업 차시 주제 장',
  pronunciation: 'pronunciation reading pronounced 발음 표준발음 소리',
  language: 'language lang 언어',
};
const ROLES = new Map((Object.keys(NAMES) as Role[]).flatMap((role) => NAMES[role].split(' ').map((name) => [name, role])));

/**
 * What the columns of a header line hold, in English or Korean; a language's name heads sentences in it, or their translation.
 * Undefined where the line is no header.
 * @param language BCP 47 tag of the sentences
 */
export function columnsOfHeader(fields: readonly string[], language: string): Columns | undefined {
  const found = new Map<Role, number>();
  for (const [i, field] of fields.entries()) {
    const role = roleOf(field, language);
    if (role !== undefined && !found.has(role)) found.set(role, i);
  }
  const sentence = found.get('sentence');
  // A translation beside a column with a name of its own: 단어장, 뜻.
  const first = sentence ?? (found.size > 0 && fields.length > found.size ? fields.findIndex((field) => roleOf(field, language) === undefined) : -1);
  if (first < 0 || (sentence === undefined && !found.has('translation'))) return undefined;
  return { ...Object.fromEntries(found), sentence: first };
}

function roleOf(field: string, language: string): Role | undefined {
  const name = field.normalize('NFKC').toLowerCase().replace(/[\s_()[\]:*]+/g, '');
  const role = ROLES.get(name);
  if (role !== undefined) return role;
  const tag = name.length < 2 ? undefined : tagOf(field);
  if (tag === undefined) return undefined;
  return primaryLanguage(tag) === primaryLanguage(language) ? 'sentence' : 'translation';
}

const LETTER = /\p{L}/u;
/** 1, 1과, 제2과, Lesson 3, Unit 4: Hello. */
const LESSON = /^(?:제?\s*\d+\s*(?:과|단원|장|차시|주차?)|(?:lesson|unit|chapter|week|day|part)\s*\d+)\b|^제?\s*\d+\s*(?:과|단원|장|차시)/iu;
/** Share of the rows that make a column what it is. */
const MOST = 0.6;

/** Guesses the columns of a table without a header from what they hold; undefined where none holds sentences of the language. */
export function columnsByContent(rows: readonly (readonly string[])[], language: string): Columns | undefined {
  const width = Math.max(0, ...rows.map((fields) => fields.length));
  const columns = Array.from({ length: width }, (_, i) => rows.map((fields) => fields[i] ?? ''));
  const shareOf = (column: readonly string[], test: (field: string) => boolean): number => {
    const filled = column.filter((field) => field !== '');
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  };
  const lesson = columns.findIndex((column) => isLesson(column, shareOf(column, (field) => LESSON.test(field))));
  const isOpen = (i: number): boolean => i !== lesson && shareOf(columns[i] ?? [], (field) => LETTER.test(field)) >= MOST;
  const inScript = (i: number): boolean => shareOf(columns[i] ?? [], (field) => shareInScript(field, language) >= 0.5) >= MOST;
  const places = [...columns.keys()];
  const sentence = places.find((i) => isOpen(i) && inScript(i));
  if (sentence === undefined) return undefined;
  const others = places.filter((i) => i !== sentence && isOpen(i));
  const pronunciation = others.find((i) => isPronunciation(columns[sentence] ?? [], columns[i] ?? []));
  const translation = others.find((i) => i !== pronunciation);
  return {
    sentence,
    ...(translation !== undefined && { translation }),
    ...(lesson >= 0 && { lesson }),
    ...(pronunciation !== undefined && { pronunciation }),
  };
}

/** Its fields say so, or few of them come again and again. */
function isLesson(column: readonly string[], named: number): boolean {
  if (named >= MOST) return true;
  const filled = column.filter((field) => field !== '');
  return filled.length >= 6 && new Set(filled).size <= filled.length / 3;
}

/** Hangul with as many syllables as the sentence has, or in brackets. */
function isPronunciation(sentences: readonly string[], column: readonly string[]): boolean {
  const pairs = column.flatMap((field, i) => (field === '' ? [] : [[field, sentences[i] ?? ''] as const]));
  const fitting = pairs.filter(([field, sentence]) => /^[[/].*[\]/]$/.test(field) || (/[가-힣]/.test(field) && syllables(field) === syllables(sentence)));
  return pairs.length > 0 && fitting.length >= MOST * pairs.length;
}

function syllables(text: string): number {
  return text.match(/[가-힣]/g)?.length ?? 0;
}
