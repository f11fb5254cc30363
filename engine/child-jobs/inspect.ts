import type { AudioResult, InspectJob } from '../jobs';
import { giveOut, takeIn } from './audio';

export function runInspect({ wav }: InspectJob): AudioResult {
  const { audio, facts } = takeIn(wav);
  return giveOut(audio, facts);
}
