import type { Fit, Rating } from './curve';

/** A rating with what a curve gives its distance that was fitted without it and its unit. */
export interface HeldOut extends Rating {
  readonly predicted: number;
}

/** Leaves each fold out in turn; in the order of the folds. */
export function crossValidated(fit: Fit, folds: readonly (readonly Rating[])[]): HeldOut[] {
  return folds.flatMap((fold) => {
    const curve = fit(folds.flatMap((other) => (other === fold ? [] : other)));
    return fold.map((rating) => ({ ...rating, predicted: curve(rating.distance) }));
  });
}
