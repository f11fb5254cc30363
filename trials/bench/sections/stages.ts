import type { BackendName } from '../../../engine/inference';
import { comparisonTimes } from '../comparison';
import { single, timed, type Figure, type Section } from '../figure';
import { USUAL_SECONDS, type Plan } from '../plan';
import { melOf, stageTimes } from '../stages';
import { utterance } from '../utterance';
import { growthFigure } from './growth';

/** Of 3 s, on the reference machine, ms of CPU: given figures of the chain that this package follows, not measured here. */
const ORIGINAL = { chain: 86, chainWithPicture: 212, scoring: 422 };
const TARGETS = { together: 12, kept: 40 };
const BACKENDS: readonly BackendName[] = ['native', 'wasm'];
const NAMES = { native: 'native', wasm: 'WebAssembly' } as const;

/** Each stage alone and the three together, for each length. */
export async function stageSections({ lengths, stages }: Plan): Promise<Section[]> {
  const figures: Figure[] = [];
  const together = new Map<number, Figure>();
  for (const seconds of lengths) {
    const times = await stageTimes(utterance(seconds, 1), stages(seconds));
    const target = seconds === USUAL_SECONDS ? ({ atMost: TARGETS.together, of: 'cpu' } as const) : undefined;
    const whole = timed(`stages.together.${seconds}s`, `${seconds} s: noise, vad and mel`, times.together, target);
    together.set(seconds, whole);
    figures.push(
      timed(`stages.noise.${seconds}s`, `${seconds} s: noise`, times.noise),
      timed(`stages.vad.${seconds}s`, `${seconds} s: vad`, times.vad),
      timed(`stages.mel.${seconds}s`, `${seconds} s: mel`, times.mel),
      whole,
    );
  }
  const usual = together.get(USUAL_SECONDS)?.cpu?.median;
  const faster = (ms: number): number | null => (usual === undefined ? null : ms / usual);
  return [
    { title: 'Signal processing, in this process', figures },
    {
      title: 'Noise, vad and mel against the original chain, and their growth',
      figures: [
        single('stages.faster', 'faster than the original without its picture', 'times', faster(ORIGINAL.chain)),
        single('stages.faster-with-picture', 'faster than the original with its picture', 'times', faster(ORIGINAL.chainWithPicture)),
        ...growthFigure('stages.together', 'noise, vad and mel', together),
      ],
      notes: [
        `The original's ${ORIGINAL.chain} and ${ORIGINAL.chainWithPicture} ms for 3 s are given figures of the reference machine: the multiples hold there only.`,
      ],
    },
  ];
}

/** One comparison with its reference kept and with a new one, for each length and runtime. */
export async function comparisonSections({ lengths, stages }: Plan): Promise<Section[]> {
  const figures: Figure[] = [];
  const growth: Figure[] = [];
  let faster: number | null = null;
  for (const backend of BACKENDS) {
    const kept = new Map<number, Figure>();
    for (const seconds of lengths) {
      const [learner, reference] = [melOf(utterance(seconds, 1)), melOf(utterance(seconds, 2))];
      const times = await comparisonTimes(backend, 'default', learner, reference, stages(seconds));
      const isJudged = seconds === USUAL_SECONDS && backend === 'native';
      const name = `${seconds} s: comparison, ${NAMES[backend]}`;
      const target = isJudged ? ({ atMost: TARGETS.kept, of: 'cpu' } as const) : undefined;
      const figure = timed(`comparison.${backend}.kept.${seconds}s`, `${name}, reference kept`, times?.kept, target);
      kept.set(seconds, figure);
      figures.push(figure, timed(`comparison.${backend}.new.${seconds}s`, `${name}, reference new`, times?.fresh));
      if (isJudged && figure.cpu) faster = ORIGINAL.scoring / figure.cpu.median;
    }
    growth.push(...growthFigure(`comparison.${backend}`, `comparison, ${NAMES[backend]}`, kept));
  }
  return [
    { title: 'Comparison, in this process', figures },
    {
      title: 'Comparison against the original chain, and its growth',
      figures: [single('comparison.faster', 'faster than the original, native', 'times', faster), ...growth],
      notes: [`The original's ${ORIGINAL.scoring} ms are a given figure of the reference machine, too.`],
    },
  ];
}
