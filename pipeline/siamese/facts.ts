import { MATCH_SIZE, type Match } from './match';
import type { Piece } from './pieces';

/**
 * What an alignment says of two whole recordings (L and R embedding frames), for the graph that tells another sentence:
 * the alignment's cost, the mean of both numbers of `matchFrames` over the learner's frames, then over the reference's,
 * log(L / R), and the standard deviation of the logarithm of the pace over the pieces. No fact grows with the length.
 */
export function alignmentFacts(cost: number, match: Match, pieces: readonly Piece[]): Float32Array {
  const [L, R] = [match.learner.length / MATCH_SIZE, match.reference.length / MATCH_SIZE];
  const paces = pieces.map((piece) =>
    Math.log((piece.learnerEnd - piece.learnerStart) / (piece.referenceEnd - piece.referenceStart)),
  );
  return Float32Array.from([
    cost, ...frameMeans(match.learner), ...frameMeans(match.reference), Math.log(L / R), deviation(paces),
  ]);
}

/** Mean of each column of frames x 2. */
function frameMeans(match: Float32Array): number[] {
  const sums = new Array<number>(MATCH_SIZE).fill(0);
  match.forEach((value, i) => (sums[i % MATCH_SIZE] = (sums[i % MATCH_SIZE] ?? 0) + value));
  return sums.map((sum) => (sum * MATCH_SIZE) / match.length);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
