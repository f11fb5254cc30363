import type { BackendName } from '../../../engine/inference';
import { comparisonTimes } from '../comparison';
import { timed, type Figure, type Section, type Target } from '../figure';
import { USUAL_SECONDS, type Plan } from '../plan';
import { melOf, STAGES, stageTimes } from '../stages';
import { utterance } from '../utterance';
import { growthFigure } from './growth';

/** Targets for 3 s of audio, ms of CPU time on the reference machine. */
const TARGETS = { together: 12, kept: 40 };
const BACKENDS: readonly BackendName[] = ['native', 'wasm'];
const NAMES = { native: 'native', wasm: 'WebAssembly', noise: 'noise', vad: 'vad', mel: 'mel', together: 'noise, vad and mel' } as const;

/** Each stage alone and the three together, for each length. */
export async function stageSections({ lengths, stages }: Plan): Promise<Section[]> {
  const times = await stageTimes(lengths.map((seconds) => ({ wav: utterance(seconds, 1), repeats: stages(seconds) })));
  const figures: Figure[] = [];
  const growth: Figure[] = [];
  for (const stage of STAGES) {
    const byLength = new Map<number, Figure>();
    lengths.forEach((seconds, i) => {
      const target = stage === 'together' && seconds === USUAL_SECONDS ? cpuAtMost(TARGETS.together) : undefined;
      byLength.set(seconds, timed(`stages.${stage}.${seconds}s`, `${seconds} s: ${NAMES[stage]}`, times[i]?.[stage], target));
    });
    figures.push(...byLength.values());
    growth.push(...growthFigure(`stages.${stage}`, NAMES[stage], byLength));
  }
  return [
    { title: 'Signal processing, in this process', figures },
    { title: 'Growth of noise, vad and mel with the length', figures: growth },
  ];
}

/** One comparison with a cached reference and one with a new reference, for each length and runtime. */
export async function comparisonSections({ lengths, stages }: Plan): Promise<Section[]> {
  const figures: Figure[] = [];
  const growth: Figure[] = [];
  const pairs = lengths.map((seconds) => ({
    learner: melOf(utterance(seconds, 1)),
    reference: melOf(utterance(seconds, 2)),
    repeats: stages(seconds),
  }));
  for (const backend of BACKENDS) {
    const times = await comparisonTimes(backend, 'default', pairs);
    const kept = new Map<number, Figure>();
    lengths.forEach((seconds, i) => {
      const name = `${seconds} s: comparison, ${NAMES[backend]}`;
      const target = seconds === USUAL_SECONDS && backend === 'native' ? cpuAtMost(TARGETS.kept) : undefined;
      const figure = timed(`comparison.${backend}.kept.${seconds}s`, `${name}, reference kept`, times?.[i]?.kept, target);
      kept.set(seconds, figure);
      figures.push(figure, timed(`comparison.${backend}.new.${seconds}s`, `${name}, reference new`, times?.[i]?.fresh));
    });
    growth.push(...growthFigure(`comparison.${backend}`, `comparison, ${NAMES[backend]}`, kept));
  }
  return [
    { title: 'Comparison, in this process', figures },
    { title: 'Growth of the comparison with the length', figures: growth },
  ];
}

function cpuAtMost(atMost: number): Target {
  return { atMost, of: 'cpu' };
}
