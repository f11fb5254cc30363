import type { IntervalsOf } from '../bootstrap';
import type { Evaluation, Figures } from '../figures';
import type { Draws } from '../groups/comparison';
import type { Groups } from '../groups/groups';
import type { RatingScale } from '../rating-scale';
import type { GoodBad } from '../witness-figures';
import type { PairMedia } from './disagreement-card';
import type { Disagreement } from './disagreements';
import type { ReportedPair } from './recording';

/** A pair that could not be measured. */
export interface Failure {
  readonly line: number;
  readonly learner: string;
  readonly reason: string;
}

/** Figures that somebody has measured, as text. */
export interface FiguresTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything that the page shows. */
export interface ReportData {
  readonly model: { readonly name: string; readonly title: string };
  readonly date: Date;
  /** File name of the map that the scores went through; null without one. */
  readonly calibration: string | null;
  /** File name of the table of pairs. */
  readonly table: string;
  /** The voice that spoke the references of the disagreements; null if none was spoken. */
  readonly voice: string | null;
  readonly evaluation: Evaluation;
  readonly intervals: IntervalsOf<Figures>;
  readonly groups: Groups;
  readonly limits: GoodBad;
  readonly scale: RatingScale;
  readonly draws: Draws;
  readonly pairs: readonly ReportedPair[];
  readonly failures: readonly Failure[];
  /** More figures of the witnesses, with the experts beside them. */
  readonly witnessTable?: FiguresTable;
  readonly worst: readonly { readonly disagreement: Disagreement; readonly media: PairMedia }[];
}
