import { runMel } from '../engine/child-jobs/mel';
import { runNoise } from '../engine/child-jobs/noise';
import { runVad } from '../engine/child-jobs/vad';
import type { NoiseResult } from '../engine/jobs';
import { DEFAULT_FEATURES } from '../pipeline/default-features';
import type { GateOptions } from '../pipeline/gate';
import type { NoiseMeasure } from '../pipeline/types';
import { cpuMs } from './cpu';

/** CPU time of the nodes' jobs for one utterance, ms: WAV in, product and facts out. */
export interface StageTimes {
  readonly noise: number;
  readonly vad: number;
  readonly mel: number;
  /** One after the other, each on what the one before it gave out. */
  readonly together: number;
}

/** As the noise node has it by default. */
const GATE: GateOptions = { stationary: true, profile: { from: 'quietest' } };

/** The very jobs that the engine's process runs, here in this process, where their CPU time can be read. */
export async function stageTimes(wav: Uint8Array): Promise<StageTimes> {
  const noise = (): NoiseResult => runNoise({ kind: 'noise', wav, options: GATE });
  // The nodes hand on what the first of them has measured.
  const vad = (bytes: Uint8Array, known?: NoiseMeasure): Buffer =>
    runVad({ kind: 'vad', wav: bytes, options: {}, noise: known }).wav;
  const mel = (bytes: Uint8Array, known?: NoiseMeasure): unknown =>
    runMel({ kind: 'mel', wav: bytes, features: DEFAULT_FEATURES, noise: known });
  const together = (): unknown => {
    const first = noise();
    return mel(vad(first.wav, first.noise), first.noise);
  };
  return {
    noise: await cpuMs(noise),
    vad: await cpuMs(() => vad(wav)),
    mel: await cpuMs(() => mel(wav)),
    together: await cpuMs(together),
  };
}
