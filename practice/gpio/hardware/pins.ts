/**
 * Which GPIO (BCM number) each part is wired to, in every flow and every picture.
 *
 * Left free are I2C (2, 3), the one-wire bus (4), SPI (7 to 11), the serial port (14, 15), I2S (18 to 21), which
 * microphone boards use, and 17, where some of these have their own button. 0 to 8 are pulled up until a program sets
 * them, so an LED there would glow while the Pi starts.
 */
export const GPIO = { button: 23, red: 27, orange: 22, yellow: 13, green: 26, servo: 12, lamp: 16 } as const;

export type Part = keyof typeof GPIO;

/** The header's other pins that wires go to. */
export const POWER = { ledGround: 39, buttonGround: 14, lampGround: 34, servoGround: 6, servoSupply: 2 } as const;

/** LEDs for the tiers of the score node, in the order in which they stand. */
export const TIER_LEDS = ['red', 'orange', 'yellow', 'green'] as const satisfies readonly Part[];

/** LEDs of a traffic light. */
export const TRAFFIC_LEDS = ['red', 'yellow', 'green'] as const satisfies readonly Part[];

/** A flow that uses pins, and what it is wired to. */
export interface Project {
  /** Name of the picture, without .svg. */
  readonly name: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

export const PROJECTS = {
  tiers: { name: 'score-leds', title: 'A button and four LEDs for the score', parts: ['button', ...TIER_LEDS] },
  noise: { name: 'noise-light', title: 'A button and a traffic light for the noise', parts: ['button', ...TRAFFIC_LEDS] },
  needle: { name: 'score-needle', title: 'A button, a servo and a lamp for the score', parts: ['button', 'servo', 'lamp'] },
  strip: { name: 'score-strip', title: 'A button; the strip of LEDs is on the Wi-Fi', parts: ['button'] },
} as const satisfies Readonly<Record<string, Project>>;
