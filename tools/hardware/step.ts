import type { RecordedFigure } from '../lib/record.mjs' with { 'resolution-mode': 'import' };

export interface StepResult {
  readonly figures: readonly RecordedFigure[];
  /** What could not be tried here, and what it needs. */
  readonly missing: readonly string[];
}

/** One part of the evening. */
export interface Step {
  readonly title: string;
  readonly run: () => Promise<StepResult>;
}
