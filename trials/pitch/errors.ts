/** How far two pitch tracks of one recording are apart: counts of moments. */
export interface PitchErrors {
  readonly moments: number;
  /** Both have a pitch. */
  readonly both: number;
  /** Of those, more than 20 % apart (Rabiner et al. 1976); and an octave apart within that. */
  readonly gross: number;
  readonly octave: number;
  /** Only one of them has a pitch. */
  readonly missed: number;
  readonly added: number;
}

export const NO_ERRORS: PitchErrors = { moments: 0, both: 0, gross: 0, octave: 0, missed: 0, added: 0 };

const GROSS = 0.2;

/** @param ours Hz, 0 without a voice, as `theirs` at the same times */
export function pitchErrors(ours: ArrayLike<number>, theirs: ArrayLike<number>): PitchErrors {
  const errors = { ...NO_ERRORS };
  for (let i = 0; i < Math.min(ours.length, theirs.length); i++) {
    const [own, right] = [ours[i] as number, theirs[i] as number];
    errors.moments++;
    if (own > 0 && right === 0) errors.added++;
    if (own === 0 && right > 0) errors.missed++;
    if (own === 0 || right === 0) continue;
    errors.both++;
    const isNear = (to: number): boolean => Math.abs(own / to - 1) <= GROSS;
    if (!isNear(right)) errors.gross++;
    if (isNear(2 * right) || isNear(right / 2)) errors.octave++;
  }
  return errors;
}

export function sumOfErrors(all: readonly PitchErrors[]): PitchErrors {
  return all.reduce((sum, one) => ({
    moments: sum.moments + one.moments,
    both: sum.both + one.both,
    gross: sum.gross + one.gross,
    octave: sum.octave + one.octave,
    missed: sum.missed + one.missed,
    added: sum.added + one.added,
  }), NO_ERRORS);
}
