import type { Fit, Rating } from './curve';

/** A rating, and the points that its distance gets from a curve that was fitted without its unit. */
export interface HeldOut extends Rating {
  readonly predicted: number;
}

/** Predicts each fold by a curve that is fitted to all other folds. Results are in the order of the folds. */
export function crossValidated(fit: Fit, folds: readonly (readonly Rating[])[]): HeldOut[] {
  return folds.flatMap((fold) => {
    const curve = fit(folds.flatMap((other) => (other === fold ? [] : other)));
    return fold.map((rating) => ({ ...rating, predicted: curve(rating.distance) }));
  });
}
