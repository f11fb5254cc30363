import { basename, extname } from 'node:path';
import type { ScoreDetails } from '../../engine/jobs';
import type { GroupedPair } from '../groups/grouped-pair';
import type { MeasuredPair } from '../measured';
import type { Pair } from '../pair';

/** A measured pair with everything that the page shows about it. */
export interface ReportedPair extends GroupedPair {
  /** Absolute path of the recording. */
  readonly learner: string;
  readonly reference: Pair['reference'];
  readonly frames: ScoreDetails['frames'];
  readonly wordScores: ScoreDetails['words'];
}

/** A pair of the table with its results. */
export function reportedPair(
  { line, fields, learner, reference }: Pair,
  measured: MeasuredPair,
  { frames, words }: Pick<ScoreDetails, 'frames' | 'words'>,
): ReportedPair {
  return { ...measured, line, fields, learner, reference, frames, wordScores: words };
}

export type RatedPair = ReportedPair & { readonly human: number };

/** The pairs that the agreement is computed on: rated, and not known to be another sentence. */
export function ratedPairs(pairs: readonly ReportedPair[]): readonly RatedPair[] {
  return pairs.filter((pair): pair is RatedPair => pair.same !== false && pair.human !== null);
}

/** The column `id`, or the recording's file name without its extension. */
export function idOf({ fields, learner }: ReportedPair): string {
  return fields['id'] ?? basename(learner, extname(learner));
}

/** The sentence to say: its text, or the reference's file name. */
export function sentenceOf({ fields, reference }: ReportedPair): string {
  const text = fields['text'] ?? '';
  return text === '' && 'path' in reference ? basename(reference.path) : text;
}
