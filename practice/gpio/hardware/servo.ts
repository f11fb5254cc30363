/** A standard servo wants a pulse every 20 ms. */
export const SERVO_HZ = 50;

/** Length of the pulse at either end of the way that every standard servo has, ms. */
const SHORTEST_MS = 1;
const LONGEST_MS = 2;

const PERIOD_MS = 1000 / SERVO_HZ;

/** Duty cycles, percent, of the needle at 0 and at 100 points: 5 and 10. */
export const SERVO_DUTY = { from: (100 * SHORTEST_MS) / PERIOD_MS, to: (100 * LONGEST_MS) / PERIOD_MS } as const;

/** Any frequency at which the eye sees no flicker. */
export const LAMP_HZ = 100;
