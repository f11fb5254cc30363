/** From these signal-to-noise ratios on the light is green, or amber. */
const GREEN_DB = 20;
export const AMBER_DB = 10;

export const NOISE_LIGHTS = ['green', 'amber', 'red'] as const;

export type NoiseLight = (typeof NOISE_LIGHTS)[number];

/** The traffic light of a signal-to-noise ratio in dB. */
export function lightOf(snrDb: number): NoiseLight {
  if (snrDb >= GREEN_DB) return 'green';
  return snrDb >= AMBER_DB ? 'amber' : 'red';
}
