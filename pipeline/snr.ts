import { bandPowers } from './band-powers';
import { withoutBumps } from './bumps';
import { select } from './select';
import { lightOf } from './noise-light';
import type { NoiseMeasure } from './types';

/** No estimate goes beyond these: less is all noise, more is digital silence between the words. */
const MIN_SNR_DB = -20;
const MAX_SNR_DB = 80;

/** Steady noise with nobody in it is measured at -10 dB or below, the faintest speech in noise near 0. */
const NOTHING_BUT_NOISE_DB = -8;

/** Frames more than this below the loud ones (95th percentile) are no speech. */
const ACTIVE_RANGE = 1e-2;

/**
 * The noise of a band is its power at this percentile over time, from `LONG_FRAMES` on; below `SHORT_FRAMES` it is
 * the minimum, as a short recording may have no pause at all.
 */
const PERCENTILE = 0.1;
const SHORT_FRAMES = 44;
const LONG_FRAMES = 94;
/** Mean of noise, averaged over 50 ms, against its percentile and its minimum: found with white and pink noise. */
const PERCENTILE_BIAS = 1.35;
const MINIMUM_BIAS = 1.8;

/** May change the order of `values`. */
function percentile(values: Float64Array, share: number): number {
  return select(values, Math.round(share * (values.length - 1)));
}

/**
 * Signal-to-noise ratio of speech, estimated from frame-level percentiles in 20 bands: in each band the noise is
 * what is left in the quietest tenth of the frames, for in every band speech has gaps, also where no pause was
 * recorded. The signal is the mean power of the frames within 20 dB of the loud ones, less that noise. Within 3 dB of
 * the truth between 0 and 30 dB for sentences with white or pink noise; steady noise alone is at -10 dB or below,
 * and silence, or less than 90 ms, counts as 0 dB. A bump that is louder than the voice is neither signal nor noise. Green from 20 dB, amber from 10, else red.
 */
export function measureNoise(samples: Float32Array, sampleRate: number): NoiseMeasure {
  const { data, bands, frames } = bandPowers(withoutBumps(samples, sampleRate), sampleRate);
  const totals = new Float64Array(frames);
  const longness = Math.min(1, Math.max(0, (frames - SHORT_FRAMES) / (LONG_FRAMES - SHORT_FRAMES)));
  const bias = MINIMUM_BIAS + longness * (PERCENTILE_BIAS - MINIMUM_BIAS);
  let noise = 0;
  for (let band = 0; band < bands; band++) {
    const start = band * frames;
    for (let frame = 0; frame < frames; frame++) totals[frame] = (totals[frame] as number) + (data[start + frame] as number);
    noise += bias * percentile(data.subarray(start, start + frames), PERCENTILE * longness);
  }
  const loud = percentile(totals, 0.95);
  if (!(loud > 0)) return { snrDb: 0, light: 'red' };
  const active = totals.filter((total) => total >= loud * ACTIVE_RANGE);
  const signal = active.reduce((sum, total) => sum + total, 0) / active.length - noise;
  const ratioDb = 10 * Math.log10(Math.max(0, signal) / noise);
  const snrDb = Math.min(MAX_SNR_DB, Math.max(MIN_SNR_DB, ratioDb));
  return { snrDb, light: lightOf(snrDb) };
}

/**
 * Whether nobody can have spoken. To be asked of the measure before a gate: what a gate leaves of noise flutters, and
 * looks like speech.
 */
export function isNothingButNoise({ snrDb }: NoiseMeasure): boolean {
  return snrDb <= NOTHING_BUT_NOISE_DB;
}
