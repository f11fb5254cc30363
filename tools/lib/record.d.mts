/** One measured figure. */
export interface RecordedFigure {
  readonly name: string;
  /** Null where it could not be measured. A text where the figure is an answer, such as "yes". */
  readonly value: number | string | null;
  readonly unit?: string;
  /** In words: `at most 10 ms`. */
  readonly target?: string;
}

/** One run of a command that measures: a file in docs/figures/. */
export interface FigureRecord {
  readonly command: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly commit: string | null;
  readonly machine: string;
  readonly figures: readonly RecordedFigure[];
}

/** A count as it is, anything else with three digits. */
export function rounded(value: RecordedFigure['value']): RecordedFigure['value'];

/** Writes `folder`/NAME.json, by default into docs/figures. */
export function recordFigures(name: string, command: string, figures: readonly RecordedFigure[], folder?: string): void;
