import { reduceNoise, type GateOptions } from '../../pipeline/gate';
import { decodeWav } from '../../pipeline/wav';
import type { AudioResult, NoiseJob } from '../jobs';
import { writeRecording, readRecording } from './audio';

export function runNoise({ wav, options, noiseProfile, noise }: NoiseJob): AudioResult {
  const { audio, facts } = readRecording(wav, noise);
  const gate: GateOptions =
    noiseProfile === undefined
      ? options
      : { ...options, stationary: true, profile: { from: 'recording', audio: decodeWav(noiseProfile) } };
  const samples = reduceNoise(audio.samples, audio.sampleRate, gate);
  return writeRecording({ samples, sampleRate: audio.sampleRate }, facts);
}
