import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { STAGES, type OurRun, type Pass, type Run, type Spent, type Stage } from './chains';

/** What each stage does; the sentences say where the two differ. */
const SAID: Readonly<Record<Stage, string>> = {
  load: 'read the WAV and resample it to 22,050 Hz',
  noise: 'non-stationary noise filter',
  trim: 'cut silence 30 dB below the loudest',
  mel: 'mel-spectrogram of 128 bands, dB below the maximum',
  picture: 'picture of 99 x 250: the original draws a figure with axes, saves a JPEG and scales it; ours scales the cells',
  network: 'two pictures through the network, distance: the original\'s has 99 million weights, ours 0.7 million and draws both pictures again',
};

/** In our chain the network's stage draws the pictures, so the stage of its own would count twice. */
const OURS_IN_ALL = STAGES.filter((stage) => stage !== 'picture');

/** The least of all rounds and passes: other work of the machine only adds to it. */
function leastOf(passes: readonly Pass[], stages: readonly Stage[], kind: keyof Spent): number {
  return Math.min(...passes.map((pass) => stages.reduce((sum, stage) => sum + pass[stage][kind], 0)));
}

const least = (spent: readonly Spent[], kind: keyof Spent): number => Math.min(...spent.map((one) => one[kind]));
const digits = (value: number): string => value >= 100 ? value.toFixed(0) : value.toPrecision(3);
const ms = (value: number): string => `${digits(value)} ms`;
const against = (theirs: number, ours: number): string => `${ms(theirs)}; ${ms(ours)}; ${digits(theirs / ours)} times`;

/** `original; ours; times` in each value. @param theirs @param ours one run for each round */
export function figuresOf(theirs: readonly Run[], ours: readonly OurRun[]): RecordedFigure[] {
  const [theirPasses, ourPasses] = [theirs.flatMap(({ passes }) => passes), ours.flatMap(({ passes }) => passes)];
  const shipped = ours.flatMap((run) => run.shipped);
  const all = { theirs: leastOf(theirPasses, STAGES, 'cpu'), ours: leastOf(ourPasses, OURS_IN_ALL, 'cpu') };
  const wall = { theirs: leastOf(theirPasses, STAGES, 'wall'), ours: leastOf(ourPasses, OURS_IN_ALL, 'wall') };
  const memory = { theirs: Math.min(...theirs.map((r) => r.peakMb)), same: Math.min(...ours.map((r) => r.peakOfSame)), ours: Math.min(...ours.map((r) => r.peakMb)) };
  const before = (kind: 'imports' | 'model' | 'first'): string =>
    against(least(theirs.map((r) => r[kind]), 'cpu'), least(ours.map((r) => r[kind]), 'cpu'));
  return [
    ...STAGES.map((stage) => ({
      name: `${SAID[stage]}: CPU time of the original; ours; times`,
      value: against(leastOf(theirPasses, [stage], 'cpu'), leastOf(ourPasses, [stage], 'cpu')),
    })),
    { name: 'one learner, all stages, the original\'s parameters: CPU time of the original; ours; times', value: against(all.theirs, all.ours), target: '10 times' },
    { name: 'the same, time that passes', value: against(wall.theirs, wall.ours) },
    {
      name: 'one learner by what ships (16,000 Hz, stationary filter, aligned network, both recordings encoded): CPU time of the original; ours; times',
      value: against(all.theirs, least(shipped, 'cpu')),
      target: '10 times',
    },
    { name: 'imports: CPU time of the original; ours; times', value: before('imports') },
    { name: 'network made ready: CPU time of the original; ours; times', value: before('model') },
    { name: 'first recording of a process: CPU time of the original; ours; times', value: before('first') },
    {
      name: 'most memory: the original; ours with its parameters; ours with the default model too',
      value: `${digits(memory.theirs)} MB; ${digits(memory.same)} MB; ${digits(memory.ours)} MB (${digits(memory.theirs / memory.ours)} times)`,
      target: '4 times',
    },
    ...spreads(theirs[0], ours[0]),
  ];
}

function spreads(theirs: Run | undefined, ours: OurRun | undefined): RecordedFigure[] {
  const readers = 'one synthetic reader, one sentence ten times';
  const rows: [string, readonly number[]][] = [
    ['the original\'s network, trained by training/experiments', theirs?.scores ?? []],
    ['the picture model that ships', ours?.pictureScores ?? []],
    ['the default model', ours?.scores ?? []],
  ];
  return rows.filter(([, scores]) => scores.length > 0).map(([name, scores]) => ({ name: `${readers}: points by ${name}, least, mean and most`, value: spreadOf(scores) }));
}

function spreadOf(scores: readonly number[]): string {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return [Math.min(...scores), mean, Math.max(...scores)].map((value) => value.toFixed(1)).join(', ');
}
