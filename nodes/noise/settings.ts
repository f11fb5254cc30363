import { choiceField, integerField, numberField, usedWhere, type Settings } from '../lib/settings';

/** Settings of pron-noise. */
export const NOISE_FIELDS = {
  /** `stationary`: one threshold a frequency; `non-stationary`: a floor that follows the sound. */
  mode: choiceField('stationary', ['stationary', 'non-stationary']),
  /** Where the stationary threshold is learnt; `msg.noiseProfile` goes before it. */
  profile: usedWhere(choiceField('quietest', ['quietest', 'first']), { mode: ['stationary'] }),
  /** Length of the lead-in that holds noise only, ms; for `first`. */
  profileMs: usedWhere(integerField(300, 50, 10000), { mode: ['stationary'], profile: ['first'] }),
  /** How much of what is below the threshold is taken away, percent. */
  strength: numberField(100, 0, 100),
  /** Smoothing of the gate, to either side; 0 for none. */
  smoothHz: numberField(500, 0, 4000),
  smoothMs: numberField(50, 0, 500),
} as const;

export type NoiseSettings = Settings<typeof NOISE_FIELDS>;
