import { ENGLISH_ADVICE } from './english';

/** A contrast that learners of Korean miss: sounds of one place, of which one is expected and another may be said. */
export interface Group {
  readonly name: string;
  /** Phones of `language/korean/phones`; several rows share what they are told apart by, in the same order. */
  readonly rows: readonly (readonly string[])[];
  readonly measures: 'series' | 'spectrum';
  /** What a learner is told who missed the member of that place: keys of the score node's sentences. */
  readonly advice: readonly Advice[];
}

const KOREAN_ADVICE = ['lax', 'aspirated', 'tense', 'lax-s', 'tense-s', 'coda-n', 'coda-m', 'coda-ng', 'coda-k', 'coda-t', 'coda-p', 'coda-l', 'eo', 'o', 'eu', 'u'] as const;
export const ADVICE = [...KOREAN_ADVICE, ...ENGLISH_ADVICE] as const;
export type Advice = (typeof ADVICE)[number];

/** ㅐ and ㅔ are not among them: natives do not tell them apart. */
export const GROUPS: readonly Group[] = [
  {
    name: 'stops',
    rows: [['k0', 'kh', 'kk'], ['t0', 'th', 'tt'], ['p0', 'ph', 'pp'], ['c0', 'ch', 'cc']],
    measures: 'series',
    advice: ['lax', 'aspirated', 'tense'],
  },
  { name: 'fricatives', rows: [['s0', 'ss']], measures: 'series', advice: ['lax-s', 'tense-s'] },
  { name: 'nasal-codas', rows: [['nf', 'mf', 'ng']], measures: 'spectrum', advice: ['coda-n', 'coda-m', 'coda-ng'] },
  { name: 'stop-codas', rows: [['kf', 'tf', 'pf']], measures: 'spectrum', advice: ['coda-k', 'coda-t', 'coda-p'] },
  { name: 'liquid-coda', rows: [['ll', 'nf']], measures: 'spectrum', advice: ['coda-l', 'coda-n'] },
  { name: 'eo-o', rows: [['vv', 'oo']], measures: 'spectrum', advice: ['eo', 'o'] },
  { name: 'eu-u', rows: [['xx', 'uu']], measures: 'spectrum', advice: ['eu', 'u'] },
];

/** The groups of a phone, with the phones that it may be confused with; itself among them. */
export function groupsOf(symbol: string): { readonly group: Group; readonly row: readonly string[] }[] {
  return GROUPS.flatMap((group) => group.rows.filter((row) => row.includes(symbol)).map((row) => ({ group, row })));
}
