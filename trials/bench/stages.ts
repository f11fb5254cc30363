import type { AudioResult } from '../../engine/jobs';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { GateOptions } from '../../pipeline/gate';
import type { MelSpectrogram, NoiseMeasure } from '../../pipeline/types';
import { built } from './built';
import { measure, type Repeats, type Timing } from './measure';

/** The jobs of the nodes noise, vad and mel for one utterance: WAV in, product and facts out. */
export interface StageTimes {
  readonly noise: Timing;
  readonly vad: Timing;
  readonly mel: Timing;
  /** One after the other, each on what the one before it gave out. */
  readonly together: Timing;
}

/** As the noise node has it by default. */
export const GATE: GateOptions = { stationary: true, profile: { from: 'quietest' } };

const { runNoise } = built('engine/child-jobs/noise') as typeof import('../../engine/child-jobs/noise');
const { runVad } = built('engine/child-jobs/vad') as typeof import('../../engine/child-jobs/vad');
const { runMel } = built('engine/child-jobs/mel') as typeof import('../../engine/child-jobs/mel');

const noise = (wav: Uint8Array): AudioResult => runNoise({ kind: 'noise', wav, options: GATE });
// The nodes hand on what the first of them has measured.
const vad = (wav: Uint8Array, known: NoiseMeasure): Buffer => runVad({ kind: 'vad', wav, options: {}, noise: known }).wav;

export function melOf(wav: Uint8Array, known?: NoiseMeasure): MelSpectrogram {
  return runMel({ kind: 'mel', wav, features: DEFAULT_FEATURES, noise: known }).mel;
}

/** The very jobs that the engine's process runs, here in this process, where their CPU time can be read. */
export async function stageTimes(wav: Uint8Array, repeats: Repeats): Promise<StageTimes> {
  const quiet = noise(wav);
  const speech = vad(quiet.wav, quiet.facts.noise);
  return {
    noise: await measure(() => noise(wav), repeats),
    vad: await measure(() => vad(quiet.wav, quiet.facts.noise), repeats),
    mel: await measure(() => melOf(speech, quiet.facts.noise), repeats),
    together: await measure(() => {
      const first = noise(wav);
      return melOf(vad(first.wav, first.facts.noise), first.facts.noise);
    }, repeats),
  };
}
