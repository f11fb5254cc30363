import { amplify, gainFor } from '../../pipeline/gain';
import type { GainJob, GainResult } from '../jobs';
import { writeRecording, readRecording } from './audio';

export function runGain({ wav, options, noise }: GainJob): GainResult {
  const { audio, facts } = readRecording(wav, noise);
  const gainDb = gainFor(audio.samples, options);
  const samples = amplify(audio.samples, gainDb);
  return { ...writeRecording({ samples, sampleRate: audio.sampleRate }, facts), gainDb };
}
