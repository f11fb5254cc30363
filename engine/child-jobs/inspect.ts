import { measureLevel } from '../../pipeline/level';
import { resample } from '../../pipeline/resample';
import { measureNoise } from '../../pipeline/snr';
import { decodeWav } from '../../pipeline/wav';
import type { AudioResult, InspectJob } from '../jobs';
import { writeRecording } from './audio';

/** The level, which includes the clipped share, is measured before resampling, because the filter smooths clipped samples. The
 *  noise is measured after resampling, in the band that is left. */
export function runInspect({ wav, sampleRate, noise }: InspectJob): AudioResult {
  const audio = decodeWav(wav);
  const level = measureLevel(audio.samples);
  const rate = sampleRate ?? audio.sampleRate;
  const samples = rate === audio.sampleRate ? audio.samples : resample(audio.samples, audio.sampleRate, rate);
  const out = { samples, sampleRate: rate };
  return writeRecording(out, { sampleRate: rate, level, noise: noise ?? measureNoise(samples, rate) });
}
