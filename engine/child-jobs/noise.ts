import { reduceNoise, type GateOptions } from '../../pipeline/gate';
import { decodeWav } from '../../pipeline/wav';
import type { NoiseJob, NoiseResult } from '../jobs';
import { giveOut, takeIn } from './audio';

export function runNoise({ wav, options, noiseProfile }: NoiseJob): NoiseResult {
  const { audio, facts } = takeIn(wav);
  const gate: GateOptions =
    noiseProfile === undefined
      ? options
      : { ...options, stationary: true, profile: { from: 'recording', audio: decodeWav(noiseProfile) } };
  const samples = reduceNoise(audio.samples, audio.sampleRate, gate);
  return { ...giveOut({ samples, sampleRate: audio.sampleRate }, facts), noise: facts.noise };
}
