import type { AudioResult, MelJob } from '../../engine/jobs';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { GateOptions } from '../../pipeline/gate';
import type { MelSpectrogram, NoiseMeasure } from '../../pipeline/types';
import { built } from './built';
import { measureInTurn, type Repeats, type Timing, type Work } from './measure';

/** The jobs of the nodes noise, vad and mel: WAV in, result and facts out. `together`: one after the other, each with the output
 *  of the one before. */
export const STAGES = ['noise', 'vad', 'mel', 'together'] as const;
export type Stage = (typeof STAGES)[number];

export interface Utterance {
  readonly wav: Uint8Array;
  readonly repeats: Repeats;
}

/** The defaults of the noise node. */
export const GATE: GateOptions = { stationary: true, profile: { from: 'quietest' } };

const { runNoise } = built('engine/child-jobs/noise') as typeof import('../../engine/child-jobs/noise');
const { runVad } = built('engine/child-jobs/vad') as typeof import('../../engine/child-jobs/vad');
const { runMel } = built('engine/child-jobs/mel') as typeof import('../../engine/child-jobs/mel');

const noise = (wav: Uint8Array): AudioResult => runNoise({ kind: 'noise', wav, options: GATE });
// The nodes pass on the noise that the first of them has measured.
const vad = (wav: Uint8Array, known: NoiseMeasure): Buffer => runVad({ kind: 'vad', wav, options: {}, noise: known }).wav;

export function melOf(wav: Uint8Array, known?: NoiseMeasure): MelSpectrogram {
  return runMel({ kind: 'mel', wav, features: DEFAULT_FEATURES, noise: known }).mel;
}

/** What the nodes noise and vad send on. */
export type Speech = Pick<MelJob, 'wav' | 'noise'>;

export function speechOf(wav: Uint8Array): Speech {
  const quiet = noise(wav);
  return { wav: vad(quiet.wav, quiet.facts.noise), noise: quiet.facts.noise };
}

/** Runs the jobs of the engine's process in this process, where their CPU time can be read. The jobs of all utterances take
 *  turns; the result is in the order of `utterances`. */
export async function stageTimes(utterances: readonly Utterance[]): Promise<Record<Stage, Timing>[]> {
  const works = utterances.flatMap(worksOf);
  const times = await measureInTurn(works);
  return utterances.map((_, i) => {
    const [noiseTimes, vadTimes, melTimes, together] = times.slice(i * STAGES.length) as [Timing, Timing, Timing, Timing];
    return { noise: noiseTimes, vad: vadTimes, mel: melTimes, together };
  });
}

/** In the order of `STAGES`. */
function worksOf({ wav, repeats }: Utterance): Work[] {
  const quiet = noise(wav);
  const speech = vad(quiet.wav, quiet.facts.noise);
  const runs = [
    () => noise(wav),
    () => vad(quiet.wav, quiet.facts.noise),
    () => melOf(speech, quiet.facts.noise),
    () => {
      const first = noise(wav);
      return melOf(vad(first.wav, first.facts.noise), first.facts.noise);
    },
  ];
  return runs.map((run) => ({ run, repeats }));
}
