import { readAudio } from '../../engine/offline/read-audio';
import type { ReferenceVoice } from '../../engine/offline/reference-voice';
import { referenceWav } from '../measure';
import type { PairMedia } from './disagreement-card';
import { mediaOf } from './media';
import type { ReportedPair } from './recording';

/** Reads a pair's two recordings again. If one can't be read any more, the result says why, and the rest of the page is kept. */
export async function loadMedia({ learner, reference }: ReportedPair, voice: ReferenceVoice): Promise<PairMedia> {
  try {
    return { learner: mediaOf(await readAudio(learner)), reference: mediaOf(await referenceWav(reference, voice)) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
