import { judgeFingerprint } from '../models/ear-fingerprint';
import type { ModelManifest } from '../pipeline/model-manifest';
import type { Heard } from '../pipeline/ear/heard';
import type { PairResult } from './measure';
import type { Pair } from './pair';
import { writtenField } from '../base/table/records';
import type { Row } from '../base/table/table';

/** A row of the table with its result, or with a sentence that says why it has none. */
export interface Outcome {
  readonly row: Row;
  readonly pair?: Pair;
  readonly result?: PairResult;
  readonly error?: string;
}

const RESULTS = [
  'line', 'verdict', 'score', 'uncalibrated', 'siamese', 'distance', 'mismatch', 'alignmentCost',
  'completeness', 'omissions', 'mispronunciations', 'insertions',
  'heard_total', 'heard_accuracy', 'heard_fluency', 'heard_prosodic', 'word_scores', 'ms', 'model', 'judge', 'error',
] as const;

type Values = Partial<Readonly<Record<(typeof RESULTS)[number], string | number | null | undefined>>>;

/**
 * One line for each pair, tab-separated: the table's own columns, then those of RESULTS. A missing value is empty. `score` is that
 * of both witnesses, whatever the verdict; `uncalibrated` the same without the calibration, if there is one. `omissions`,
 * `mispronunciations` and `insertions` are places in the text, counted from 0 and separated by commas; an inserted word has the
 * place of the word that it was said before. `word_scores` has one decimal for each word.
 * @param model name and fingerprint of the model that computed the distances
 * @param manifest its own: `judge` is the fingerprint of the ear that rated and of how much it counts
 */
export function detailsTable(columns: readonly string[], outcomes: readonly Outcome[], model: string, manifest: Pick<ModelManifest, 'withEar'>): string {
  const own = columns.filter((column) => !(RESULTS as readonly string[]).includes(column));
  const lines = outcomes.map(({ row, result, error }) => {
    const values: Values = {
      line: row.line,
      ...(result === undefined ? {} : { ...resultValues(result), ...heardValues(result.hearing.heard, manifest), model }),
      error: error?.replace(/\s+/g, ' '),
    };
    return [...own.map((column) => writtenField(row.fields[column] ?? '')), ...RESULTS.map((key) => values[key] ?? '')].join('\t');
  });
  return `${[[...own, ...RESULTS].join('\t'), ...lines].join('\n')}\n`;
}

function resultValues({ verdict, points, uncalibrated, siamese, distance, mismatch, alignmentCost, words, ms }: PairResult): Values {
  const wordScores = words.map(({ score }) => score.toFixed(1)).join(',');
  return { verdict, score: points, uncalibrated, siamese, distance, mismatch, alignmentCost, word_scores: wordScores, ms };
}

function heardValues(heard: Heard | undefined, manifest: Pick<ModelManifest, 'withEar'>): Values {
  if (heard === undefined) return {};
  const { completeness, words, insertions, rating, judge } = heard;
  const places = (wanted: string): string => words.flatMap(({ error }, place) => (error === wanted ? [place] : [])).join(',');
  return {
    completeness,
    omissions: places('omission'),
    mispronunciations: places('mispronunciation'),
    insertions: insertions.map(({ before }) => before).join(','),
    heard_total: rating?.total,
    heard_accuracy: rating?.accuracy,
    heard_fluency: rating?.fluency,
    heard_prosodic: rating?.prosodic,
    judge: judge === undefined ? undefined : judgeFingerprint(judge, manifest),
  };
}
