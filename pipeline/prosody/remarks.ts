import type { Prosody } from './prosody';

/** A smaller difference of pace is not worth a word, per cent. */
const LEAST_PERCENT = 10;

/** What a learner is told about melody and pace. */
export interface ProsodyRemarks {
  /** Whether both voices end in the same way; null where that is not known. */
  readonly isSameEnd: boolean | null;
  /** How much slower the learner spoke than the reference, rounded to 5 %; negative where it was faster, 0 where there is no difference
   *  worth a word. */
  readonly slowerPercent: number;
}

export function prosodyRemarks({ reference, learner }: Prosody): ProsodyRemarks {
  const isKnown = reference.end !== null && learner.end !== null;
  const percent = 5 * Math.round((100 * (1 - learner.rate / Math.max(0.1, reference.rate))) / 5);
  return {
    isSameEnd: isKnown ? reference.end === learner.end : null,
    slowerPercent: Math.abs(percent) < LEAST_PERCENT ? 0 : percent,
  };
}
