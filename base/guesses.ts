/** Wrong PINs before the first pause. */
const FREE_TRIES = 3;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** Without a wrong PIN for so long, the pauses begin anew. */
const FORGIVEN_MS = 10 * 60_000;

/** Wrong PINs in a row, and when the last one came, ms since 1970. */
export interface Guesses {
  readonly wrong: number;
  readonly wrongAt: number;
}

export const NO_GUESSES: Guesses = { wrong: 0, wrongAt: -Infinity };

/** How long the next PIN is not looked at, ms: each wrong one doubles it, up to a minute. 0 or less for no pause. */
export function pauseLeft({ wrong, wrongAt }: Guesses, now: number): number {
  if (wrong < FREE_TRIES || now - wrongAt > FORGIVEN_MS) return 0;
  return wrongAt + Math.min(FIRST_PAUSE_MS * 2 ** (wrong - FREE_TRIES), LONGEST_PAUSE_MS) - now;
}

export function afterWrong({ wrong, wrongAt }: Guesses, now: number): Guesses {
  return { wrong: now - wrongAt > FORGIVEN_MS ? 1 : wrong + 1, wrongAt: now };
}
