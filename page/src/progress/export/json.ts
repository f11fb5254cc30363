import * as v from 'valibot';
import { inTurns } from '../../in-turns';
import type { KeptResult } from '../kept-result';

const FORMAT = 'pronunciation-progress';
const VERSION = 1;

/** What came of an import. */
export interface Imported {
  readonly added: number;
  /** Those that were here before, or twice in the file. */
  readonly known: number;
  /** Those that are none. */
  readonly unreadable: number;
}

const text = v.pipe(v.string(), v.maxLength(4000));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const grade = v.picklist(['top', 'good', 'fair', 'low']);

const WORD = v.object({
  text,
  state: v.picklist(['right', 'unclear', 'wrong', 'said', 'left', 'added']),
  score: v.exactOptional(points),
  grade: v.exactOptional(grade),
  weak: v.exactOptional(v.array(text)),
});

const RESULT = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  // No year beyond 9999: days are written with four digits.
  when: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_370_000_000_000)),
  sentence: v.pipe(text, v.minLength(1)),
  language: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)),
  voice: text,
  verdict: text,
  points: v.nullable(points),
  grade: v.nullable(grade),
  words: v.pipe(v.array(WORD), v.maxLength(1000)),
  hint: v.exactOptional(v.object({ contrast: text, expected: text, said: text })),
}) satisfies v.GenericSchema<unknown, KeptResult>;

const FILE = v.object({ format: v.literal(FORMAT), version: v.literal(VERSION), results: v.array(v.unknown()) });

/** All results as a file that `fromJson` reads, a line each. */
export async function toJson(results: readonly KeptResult[]): Promise<string> {
  const lines = await inTurns(results, (one) => JSON.stringify(one));
  return `{"format":"${FORMAT}","version":${VERSION},"results":[\n${lines.join(',\n')}\n]}\n`;
}

/** @throws SyntaxError where the text is no file of `toJson` */
export function fromJson(json: string): { readonly results: KeptResult[]; readonly unreadable: number } {
  const file = v.safeParse(FILE, JSON.parse(json.replace(/^\uFEFF/, '')));
  if (!file.success) throw new SyntaxError(`This is no file of ${FORMAT}, version ${VERSION}.`);
  const read = file.output.results.map((one) => v.safeParse(RESULT, one));
  const results = read.flatMap((one) => (one.success ? [one.output] : []));
  return { results, unreadable: read.length - results.length };
}
