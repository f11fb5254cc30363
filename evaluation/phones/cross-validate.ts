import { groupedBy } from '../grouped-by';
import type { HeardRecording } from './heard-recording';
import { measureProbe, pooledFigures, type ProbeFigures } from './measure-probe';
import type { ProbeWeights } from './probe-weights';
import { trainProbe } from './train-probe';

export interface HeldOut {
  readonly heldOut: 'speakers' | 'recordings';
  /** The probe that training began with. */
  readonly before: ProbeFigures;
  /** Probes that had learned from all other recordings. */
  readonly after: ProbeFigures;
}

/** Whether more sounds are heard as written than by chance: the gain is above the standard error of the share. */
export function isGain({ before, after }: Pick<HeldOut, 'before' | 'after'>): boolean {
  return after.right - before.right > Math.sqrt((before.right * (1 - before.right)) / before.phones);
}

const FOLDS = 5;
/** With fewer there is too little left to learn from. */
const FEWEST_SPEAKERS = 3;

/** How well a probe hears recordings that it has not learned from: of other speakers, if there are three and more. */
export async function crossValidate(start: ProbeWeights, recordings: readonly HeardRecording[], done: () => void): Promise<HeldOut> {
  const speakers = groupedBy(recordings, ({ speaker }) => speaker);
  const bySpeaker = speakers.size >= FEWEST_SPEAKERS && !speakers.has('');
  const units = bySpeaker ? [...speakers.values()] : recordings.map((recording) => [recording]);
  const after: ProbeFigures[] = [];
  for (let fold = 0; fold < Math.min(FOLDS, units.length); fold++) {
    const isHeldOut = (unit: number): boolean => unit % FOLDS === fold;
    const learned = await trainProbe(start, units.filter((_, i) => !isHeldOut(i)).flat());
    after.push(measureProbe(learned, units.filter((_, i) => isHeldOut(i)).flat()));
    done();
  }
  return { heldOut: bySpeaker ? 'speakers' : 'recordings', before: measureProbe(start, recordings), after: pooledFigures(after) };
}
