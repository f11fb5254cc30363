import type { AudioResult } from '../../engine/jobs';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { GateOptions } from '../../pipeline/gate';
import type { MelSpectrogram, NoiseMeasure } from '../../pipeline/types';
import { built } from './built';
import { measureInTurn, type Repeats, type Timing, type Work } from './measure';

/** The jobs of the nodes noise, vad and mel: WAV in, product and facts out. `together`: one after the other, each on what
 *  the one before it gave out. */
export const STAGES = ['noise', 'vad', 'mel', 'together'] as const;
export type Stage = (typeof STAGES)[number];

export interface Utterance {
  readonly wav: Uint8Array;
  readonly repeats: Repeats;
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

/** The very jobs that the engine's process runs, here in this process, where their CPU time can be read. All of all
 *  utterances in turn; in the order of `utterances`. */
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
