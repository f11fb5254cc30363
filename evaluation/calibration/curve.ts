/** A recording that a teacher has rated. */
export interface Rating {
  readonly distance: number;
  /** The rating on 0 to 100. */
  readonly points: number;
  /** Its speaker, or the recording itself where no speaker is named. Recordings of one unit depend on each other. */
  readonly unit: string;
}

/** Points, 0 to 100, of a distance; never rising with it. */
export type Curve = (distance: number) => number;

/** Fits a curve to ratings, in any order. */
export type Fit = (ratings: readonly Rating[]) => Curve;
