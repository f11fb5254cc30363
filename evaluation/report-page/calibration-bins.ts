import { bootstrapIntervals, type Interval } from '../bootstrap';
import { LEAST_SPEAKERS, type Draws } from '../groups/comparison';
import { countUnits, unitOf } from '../groups/grouped-pair';
import type { RatedPair } from './recording';

/** The rated pairs whose scores are in the same range of ten points. */
export interface CalibrationBin {
  readonly from: number;
  readonly n: number;
  readonly meanScore: number;
  readonly meanHuman: number;
  /** Bounds of the 95 % interval of `meanHuman`; null with fewer than three speakers. */
  readonly interval: Interval | null;
}

const BIN = 10;

/** Bins of 10 points (100 belongs to the last), lowest first, without the empty ones. */
export function calibrationBins(pairs: readonly RatedPair[], draws: Draws): CalibrationBin[] {
  return Array.from({ length: 100 / BIN }, (_, i) => i * BIN).flatMap((from) => {
    const inside = pairs.filter(({ score }) => Math.min(100 - BIN, Math.floor(score / BIN) * BIN) === from);
    if (inside.length === 0) return [];
    const meanHuman = (sample: readonly RatedPair[]): { human: number } => ({
      human: mean(sample.map(({ human }) => human)),
    });
    const interval =
      countUnits(inside) < LEAST_SPEAKERS ? null : bootstrapIntervals(inside, unitOf, meanHuman, draws).human;
    const meanScore = mean(inside.map(({ score }) => score));
    return [{ from, n: inside.length, meanScore, meanHuman: meanHuman(inside).human, interval }];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
