import type { ResultRecord, Scored } from './records';

/** With it a spreadsheet takes the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** How many of the weakest words, syllables and sounds a row names. */
const WEAKEST = 3;

const COLUMNS = [
  'time', 'exercise', 'seat', 'sentence', 'verdict', 'points', 'weakest_words', 'weakest_syllables', 'weakest_sounds', 'said_instead', 'recording',
] as const;

/** The table of all results, one a row, as a spreadsheet opens it. */
export function csvOf(results: readonly ResultRecord[]): string {
  return BYTE_ORDER_MARK + [COLUMNS, ...results.map(rowOf)].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function rowOf(result: ResultRecord): readonly string[] {
  const { at, exercise, seat, text, verdict, points, words, syllables, sounds, hints, recording = '' } = result;
  return [
    localTime(at),
    exercise?.title ?? '',
    seat ?? '',
    text,
    verdict,
    points === null ? '' : String(points),
    weakest(words),
    weakest(syllables),
    weakest(sounds.map(([symbol, goodness]) => [symbol, goodness])),
    hints.map(([expected, said]) => `${expected} → ${said}`).join(', '),
    recording,
  ];
}

/** `2026-12-02 10:45:07` on this machine's clock: what a spreadsheet takes for a time. */
export function localTime(at: number): string {
  const date = new Date(at);
  const local = new Date(at - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace('T', ' ');
}

function weakest(scored: readonly Scored[]): string {
  const lowest = [...scored].sort(([, one], [, other]) => one - other).slice(0, WEAKEST);
  return lowest.map(([text, points]) => `${text} ${Math.round(points)}`).join(', ');
}

/** Quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe: learners choose names. */
function field(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
