import { choiceField, integerField, numberField, type Settings } from '../lib/fields';

/** Settings of pron-noise. */
export const NOISE_FIELDS = {
  /** `stationary`: one threshold for each frequency; `non-stationary`: a noise floor that follows the sound. */
  mode: choiceField('stationary', ['stationary', 'non-stationary'], { group: 'noise', icon: 'filter' }),
  /** Where the stationary gate learns the noise. `msg.noiseProfile` overrides it. */
  profile: choiceField('quietest', ['quietest', 'first'], { group: 'noise', icon: 'area-chart', used: [{ mode: ['stationary'] }] }),
  /** Length of the lead-in, which must hold only noise. */
  profileMs: integerField(300, 50, 10000, {
    group: 'noise', icon: 'clock-o', unit: 'ms', used: [{ mode: ['stationary'], profile: ['first'] }],
  }),
  /** How much of the sound below the threshold is removed. */
  strength: numberField(100, 0, 100, { group: 'gate', icon: 'sliders', unit: '%' }),
  /** Smoothing of the gate to each side; 0 for none. */
  smoothHz: numberField(500, 0, 4000, { group: 'gate', icon: 'arrows-v', unit: 'Hz' }),
  smoothMs: numberField(50, 0, 500, { group: 'gate', icon: 'arrows-h', unit: 'ms' }),
} as const;

export type NoiseSettings = Settings<typeof NOISE_FIELDS>;
