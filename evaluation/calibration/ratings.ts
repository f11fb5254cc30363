import { distanceFromScore } from '../../pipeline/siamese/score';
import { groupedBy } from '../grouped-by';
import { ratingPoints, type RatingScale } from '../rating-scale';
import { readNumber } from '../table/number';
import { requireColumns, type Row, type Table } from '../../base/table/table';
import { UsageError } from '../../base/command-line/usage-error';
import { checkRatings, ratingOf } from './rated-rows';

/** A rated recording. One that was rated several times occurs only once. */
export interface RatedRecording {
  /** Of the Siamese network; with the ear, the one that would give as many points. */
  readonly distance: number;
  /** The mean of its ratings on a scale from 0 to 100. */
  readonly points: number;
  /** '' if the table does not name the speaker. */
  readonly speaker: string;
}

export interface Ratings {
  readonly recordings: readonly RatedRecording[];
  /** Whether the ear has rated them too. */
  readonly ear: boolean;
  /** The fingerprint of the ear that rated them, and of how much it counts; undefined without the ear. */
  readonly judge: string | undefined;
  /** How many it has not rated, and so were left out; 0 without the ear. */
  readonly unheard: number;
  /** How many recordings got each verdict other than `scored`. They have no score that a map could change. */
  readonly refused: Readonly<Record<string, number>>;
  readonly failed: number;
  /** Number of recordings that were rated more than once. */
  readonly repeated: number;
}

const COLUMNS = ['human', 'verdict', 'distance', 'model', 'error'];

/**
 * The rated recordings in the details of the command evaluate. A recording that occurs more than once counts once, with the mean of
 * its ratings.
 * @param details a table in which each row has a rating
 * @param model the model that must have measured the details
 * @param withEar whether to use the ear's ratings if there are any
 * @throws UsageError if the details are from another model, or too few recordings are left
 */
export function readRatings(details: Table, path: string, scale: RatingScale, model: string, withEar: boolean): Ratings {
  requireColumns(details, path, COLUMNS);
  const measured = details.rows.filter(({ fields }) => fields['error'] === '');
  const foreign = measured.find(({ fields }) => fields['model'] !== model);
  if (foreign !== undefined) {
    const made = foreign.fields['model'] ?? '';
    throw new UsageError(`${path} was made with the model ${made}, not with ${model}; run evaluate again with that model.`);
  }
  const scored = measured.filter(({ fields }) => fields['verdict'] === 'scored');
  const heard = withEar ? scored.filter(({ fields }) => (fields['heard_total'] ?? '') !== '') : [];
  const ear = heard.length > 0;
  const recordings = [...groupedBy(ear ? heard : scored, recordingOf).values()];
  checkRatings(recordings.map((rows) => meanOf(rows.map((row) => ratingOf(row, path)))));
  return {
    recordings: recordings.flatMap((rows): RatedRecording[] => {
      const [row] = rows;
      if (row === undefined) return [];
      const points = meanOf(rows.map((each) => ratingPoints(ratingOf(each, path), scale)));
      return [{ distance: ear ? distanceByBoth(row, path) : numberIn(row, 'distance', path), points, speaker: (row.fields['speaker'] ?? '').trim() }];
    }),
    ear,
    judge: ear ? judgeOf(heard, path) : undefined,
    unheard: ear ? scored.length - heard.length : 0,
    refused: counts(measured.map(({ fields }) => fields['verdict'] ?? '').filter((verdict) => verdict !== 'scored')),
    failed: details.rows.length - measured.length,
    repeated: recordings.filter((rows) => rows.length > 1).length,
  };
}

/** @throws UsageError where rows were rated by several ears, or by one without a name */
function judgeOf(rows: readonly Row[], path: string): string {
  const judges = new Set(rows.map(({ fields }) => fields['judge'] ?? ''));
  const [judge = ''] = judges;
  if (judge !== '' && judges.size === 1) return judge;
  const why = judge === '' ? 'does not say which ear has rated the recordings' : 'has ratings of more than one ear';
  throw new UsageError(`${path} ${why}; run evaluate again, or use --no-ear.`);
}

/** What makes two rows the same: the learner's recording and what it is compared with. */
function recordingOf({ fields }: Row): string {
  return JSON.stringify(['learner', 'reference', 'text', 'language'].map((column) => fields[column] ?? ''));
}

/** What the map of a calibration with the ear sees. */
function distanceByBoth(row: Row, path: string): number {
  const column = (row.fields['uncalibrated'] ?? '') === '' ? 'score' : 'uncalibrated';
  return distanceFromScore(numberIn(row, column, path));
}

function numberIn({ line, fields }: Row, column: string, path: string): number {
  const value = fields[column] ?? '';
  const number = readNumber(value);
  if (number !== null && number >= 0) return number;
  throw new UsageError(`Line ${line} of ${path} has "${value}" for ${column}; run evaluate again.`);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function counts(names: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const name of names) result[name] = (result[name] ?? 0) + 1;
  return result;
}
