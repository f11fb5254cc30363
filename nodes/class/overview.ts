import type { Seat } from './records';
import type { ClassState, Exercise } from './state';
import type { Cell, Hard, HintCount, Sums } from './sums';

/** A seat's row. */
export interface SeatRow {
  /** Null: results of learners who had no seat. */
  readonly seat: Seat | null;
  readonly isConnected: boolean;
  /** The learner agreed that the teacher may listen. */
  readonly consent: boolean;
  readonly tries: number;
  readonly best: number | null;
  /** In the order of `sentences` of the overview; null where the seat has not tried one. */
  readonly cells: readonly (Cell | null)[];
}

export interface SentenceColumn {
  readonly text: string;
  readonly tries: number;
  /** Seats that got points for it. */
  readonly seats: number;
  /** Mean of all points; null where there are none. */
  readonly points: number | null;
}

/** What the teacher sees. Times are ms since 1970, points 0 to 100. It holds no session. */
export interface Overview {
  readonly at: number;
  /** What is counted: the newest exercise, or everything that the class has kept. */
  readonly of: 'exercise' | 'all';
  readonly exercise: Exercise | null;
  readonly seats: readonly SeatRow[];
  readonly sentences: readonly SentenceColumn[];
  readonly connected: number;
  readonly tries: number;
  /** The hardest first. */
  readonly words: readonly Hard[];
  readonly syllables: readonly Hard[];
  readonly sounds: readonly Hard[];
  /** Sounds that were said as another one, the commonest first. */
  readonly hints: readonly HintCount[];
}

/** @param all everything instead of the newest exercise; what is counted before the first exercise is everything */
export function overviewOf(state: ClassState, now: number, all: boolean): Overview {
  const exercise = state.exercise();
  const isAll = all || exercise === null;
  const sums = isAll ? state.total : state.exerciseSums();
  const columns = columnsOf(sums, isAll ? [] : exercise.sentences);
  const taken = state.seating.taken(now);
  const here = new Map<Seat | null, { readonly isConnected: boolean; readonly consent: boolean }>(taken.map((one) => [one.seat, one]));
  const seats = [...new Set([...taken.filter(({ isConnected }) => isConnected).map(({ seat }) => seat), ...sums.rows.keys()])];
  return {
    at: now,
    of: isAll ? 'all' : 'exercise',
    exercise,
    seats: seats.sort(bySeat).map((seat) => rowOf(seat, sums.rows.get(seat), columns, here.get(seat))),
    sentences: columns.map((text) => columnOf(text, sums)),
    connected: taken.filter(({ isConnected }) => isConnected).length,
    tries: sums.results(),
    words: sums.hardWords(),
    syllables: sums.hardSyllables(),
    sounds: sums.hardSounds(),
    hints: sums.hints(),
  };
}

/** The exercise's sentences first, then others that somebody tried. */
function columnsOf(sums: Sums, asked: readonly string[]): readonly string[] {
  const columns = new Set(asked);
  for (const row of sums.rows.values()) for (const text of row.keys()) columns.add(text);
  return [...columns];
}

function rowOf(
  seat: Seat | null,
  row: ReadonlyMap<string, Cell> | undefined,
  columns: readonly string[],
  here: { readonly isConnected: boolean; readonly consent: boolean } | undefined,
): SeatRow {
  const cells = columns.map((text) => row?.get(text) ?? null);
  const tries = cells.reduce((sum, cell) => sum + (cell?.tries ?? 0), 0);
  const points = cells.flatMap((cell) => cell?.best ?? []);
  return {
    seat,
    isConnected: here?.isConnected ?? false,
    consent: here?.consent ?? false,
    tries,
    best: points.length > 0 ? Math.max(...points) : null,
    cells: cells.map((cell) => cell && { ...cell }),
  };
}

function columnOf(text: string, sums: Sums): SentenceColumn {
  const cells = [...sums.rows.values()].flatMap((row) => row.get(text) ?? []);
  const given = sums.sentences.get(text);
  return {
    text,
    tries: cells.reduce((sum, { tries }) => sum + tries, 0),
    seats: cells.filter(({ best }) => best !== null).length,
    points: given === undefined ? null : Math.round((10 * given.sum) / given.count) / 10,
  };
}

/** Numbers in their order, then names, then those without a seat. */
function bySeat(one: Seat | null, other: Seat | null): number {
  if (one === null || other === null) return (one === null ? 1 : 0) - (other === null ? 1 : 0);
  return one.localeCompare(other, undefined, { numeric: true });
}
