/** A recording that a teacher has rated. */
export interface Rating {
  readonly distance: number;
  /** The rating on a scale from 0 to 100. */
  readonly points: number;
  /** Its speaker, or the recording itself if no speaker is named. Recordings of one unit depend on each other. */
  readonly unit: string;
}

/** Maps a distance to points, 0 to 100. It never rises with the distance. */
export type Curve = (distance: number) => number;

/** Fits a curve to ratings, in any order. */
export type Fit = (ratings: readonly Rating[]) => Curve;
