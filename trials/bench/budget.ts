import { readFileSync } from 'node:fs';
import data from './boards.json';
import { followsSpeed, judgedNumber, type Figure, type Section, type Target, type Verdict } from './figure';

export interface Board {
  readonly name: string;
  /** Published result of 7-zip's benchmark on one core. */
  readonly mips: number;
  /** Which published result this is. */
  readonly entry: string;
  /** Possible beginnings of `/proc/device-tree/model` on this board. */
  readonly models: readonly string[];
}

const BOARDS: Readonly<Record<string, Board>> = data.boards;

export const BOARD_NAMES: readonly string[] = Object.keys(BOARDS);

/** @throws Error for a name that is not one of `BOARD_NAMES` */
export function boardOf(name: string): Board {
  const board = BOARDS[name];
  if (board === undefined) throw new Error(`There is no board "${name}": use one of ${BOARD_NAMES.join(', ')}.`);
  return board;
}

/** How many times slower the board's core is than the reference machine's, by the published figures. */
export function slowdownOf({ mips }: Board): number {
  return data.reference.mips / mips;
}

/** How many times slower the reference machine is than this one. @param yardstickHere ms */
export function speedOf(yardstickHere: number): number {
  return data.reference.yardstickMs / yardstickHere;
}

/** Estimated time of the yardstick on the board, ms. */
export function yardstickOn(board: Board): number {
  return data.reference.yardstickMs * slowdownOf(board);
}

/** A figure's target, scaled to the speed of the board. Targets for memory and lateness are the same on every machine. */
export function budgetFor(figure: Figure, board: Board): Target | null {
  const { unit, target } = figure;
  if (target === undefined || unit === 'times') return null;
  return followsSpeed(figure) ? { ...target, atMost: target.atMost * slowdownOf(board) * data.headroom } : target;
}

/** Estimate of the figure on the board: the same multiple of the yardstick as here. */
export function estimateOn(figure: Figure, of: Target['of'], board: Board, yardstickHere: number): number | null {
  const here = judgedNumber(figure, of);
  if (here === null || !followsSpeed(figure)) return here;
  return (here / yardstickHere) * yardstickOn(board);
}

export interface BudgetLine {
  readonly id: string;
  readonly name: string;
  readonly of: Target['of'];
  readonly unit: Figure['unit'];
  readonly budget: number;
  /** The measured value if the bench runs on the board, otherwise an estimate; null if it was not measured. */
  readonly found: number | null;
  readonly verdict: Verdict;
}

export interface Budget {
  readonly board: Board;
  /** Whether this machine is the board, so that measured values are used instead of estimates. */
  readonly isHere: boolean;
  readonly yardstickHere: number;
  readonly yardstickThere: number;
  readonly lines: readonly BudgetLine[];
}

/** @param model of this machine, from `/proc/device-tree/model`; '' if there is none */
export function budgetOf(name: string, sections: readonly Section[], yardstickHere: number, model: string): Budget {
  const board = boardOf(name);
  const isHere = board.models.some((start) => model.startsWith(start));
  const lines = sections.flatMap(({ figures }) =>
    figures.flatMap((figure): BudgetLine[] => {
      const target = budgetFor(figure, board);
      if (target === null) return [];
      const { of, atMost } = target;
      const found = isHere ? judgedNumber(figure, of) : estimateOn(figure, of, board, yardstickHere);
      const verdict = found === null ? 'not here' : found <= atMost ? 'passed' : 'MISSED';
      return [{ id: figure.id, name: figure.name, of, unit: figure.unit, budget: atMost, found, verdict }];
    }),
  );
  return { board, isHere, yardstickHere, yardstickThere: yardstickOn(board), lines };
}

/** The model name of this machine; '' if it has none. */
export function thisModel(): string {
  try {
    return readFileSync('/proc/device-tree/model', 'utf8').replace(/\0/g, '');
  } catch {
    return '';
  }
}

/** The budget as text. */
export function budgetText({ board, isHere, yardstickHere, yardstickThere, lines }: Budget): string {
  const width = Math.max(...lines.map(({ name }) => name.length));
  const what = isHere ? 'measured' : 'estimate';
  const shown = (value: number, unit: string): string => `${value.toFixed(0)} ${unit}`;
  return [
    isHere
      ? `Budget of a ${board.name}, and what was measured here, on one:`
      : `Budget of a ${board.name}, and an ESTIMATE of what it will take. Nothing was measured on such a board; this machine is none.`,
    ...lines.map(({ name, budget, found, unit, of, verdict }) =>
      `  ${name.padEnd(width)}  at most ${shown(budget, unit).padStart(8)}${of === 'value' ? '' : ` ${of === 'cpu' ? 'CPU' : 'wall'}`.padEnd(5)}` +
      `  ${what} ${found === null ? 'not here' : shown(found, unit)}${isHere || found === null ? `: ${verdict}` : ''}`,
    ),
    `  Yardstick: ${yardstickHere.toFixed(0)} ms here, ${yardstickThere.toFixed(0)} ms to be expected on the board.`,
    `  By ${data.source.what}: ${board.mips} for the board (${board.entry}; ${data.source.address}), ${data.reference.mips} for`,
    `  ${data.reference.name} (${data.reference.source}), whose yardstick took ${data.reference.yardstickMs} ms.`,
    `  A budget is the reference machine's target times ${slowdownOf(board).toFixed(2)}, and times ${data.headroom} since that benchmark knows no fractions.`,
    '',
  ].join('\n');
}
