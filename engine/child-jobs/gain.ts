import { amplify, gainFor } from '../../pipeline/gain';
import type { GainJob, GainResult } from '../jobs';
import { giveOut, takeIn } from './audio';

export function runGain({ wav, options, noise }: GainJob): GainResult {
  const { audio, facts } = takeIn(wav, noise);
  const gainDb = gainFor(audio.samples, options);
  const samples = amplify(audio.samples, gainDb);
  return { ...giveOut({ samples, sampleRate: audio.sampleRate }, facts), gainDb };
}
