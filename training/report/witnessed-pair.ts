import type { ReportedPair } from '../../evaluation/report-page/recording';
import type { ExpertFigures } from './experts';

/** A pair of the report set, with what each witness says of it. */
export interface WitnessedPair extends ReportedPair {
  readonly age: number;
  readonly gender: string;
  /** The ratings of each expert. */
  readonly experts: ExpertFigures | undefined;
}
