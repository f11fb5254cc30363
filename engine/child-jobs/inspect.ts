import { resample } from '../../pipeline/resample';
import { measureNoise } from '../../pipeline/snr';
import type { AudioResult, InspectJob } from '../jobs';
import { giveOut, takeIn } from './audio';

/** The level, and with it the share that is clipped, is measured before the rate is changed: a filter rounds off what
 *  was clipped. The noise is measured after it, in the band that the recording keeps. */
export function runInspect({ wav, sampleRate }: InspectJob): AudioResult {
  const { audio, facts } = takeIn(wav);
  if (sampleRate === undefined || sampleRate === audio.sampleRate) return giveOut(audio, facts);
  const samples = resample(audio.samples, audio.sampleRate, sampleRate);
  return giveOut({ samples, sampleRate }, { ...facts, sampleRate, noise: measureNoise(samples, sampleRate) });
}
