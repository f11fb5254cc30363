import type { ScoreDetails } from '../engine/jobs';
import { scoreFromDistance } from '../pipeline/siamese/score';
import { writtenField } from './table/records';
import type { Row } from './table/table';
import type { Pair } from './pair';

/** A row of the table with its result, or with a sentence that says why it has none. */
export interface Outcome {
  readonly row: Row;
  readonly pair?: Pair;
  readonly result?: ScoreDetails;
  readonly error?: string;
}

const RESULTS = ['line', 'verdict', 'score', 'distance', 'mismatch', 'alignmentCost', 'ms', 'model', 'error'] as const;

/**
 * One line for each pair, tab-separated: the table's own columns, then line, verdict, score (of the distance, whatever the
 * verdict), distance, mismatch, alignmentCost, ms, model, error. A missing value is empty.
 * @param model name and fingerprint of the model that computed the distances
 * @param toScore the score of a distance
 */
export function detailsTable(
  columns: readonly string[],
  outcomes: readonly Outcome[],
  model: string,
  toScore: (distance: number) => number = scoreFromDistance,
): string {
  const own = columns.filter((column) => !(RESULTS as readonly string[]).includes(column));
  const lines = outcomes.map(({ row, result, error }) => {
    const distance = result?.distance ?? null;
    const values = {
      line: row.line,
      verdict: result?.verdict,
      score: distance === null ? null : toScore(distance),
      distance,
      mismatch: result?.mismatch,
      alignmentCost: result?.alignmentCost,
      ms: result?.ms,
      model: result === undefined ? undefined : model,
      error: error?.replace(/\s+/g, ' '),
    };
    return [...own.map((column) => writtenField(row.fields[column] ?? '')), ...RESULTS.map((key) => values[key] ?? '')].join('\t');
  });
  return `${[[...own, ...RESULTS].join('\t'), ...lines].join('\n')}\n`;
}
