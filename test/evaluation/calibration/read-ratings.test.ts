import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readRatings } from '../../../evaluation/calibration/ratings';
import { leftOut } from '../../../evaluation/calibration/report';
import type { Table } from '../../../base/table/table';

const MODEL = 'default (12345678)';

/** Details of 25 recordings, all scored; rows changed by `change`. */
function details(change: (i: number) => Readonly<Record<string, string>>): Table {
  const rows = Array.from({ length: 25 }, (_, i) => ({
    line: i + 2,
    fields: { learner: `${i}.wav`, human: String(i % 10), verdict: 'scored', distance: '0.9', score: '80', model: MODEL, error: '', ...change(i) },
  }));
  return { columns: Object.keys(rows[0]?.fields ?? {}), rows };
}

const read = (table: Table, withEar = true) => readRatings(table, 'details.tsv', { low: 0, high: 10 }, MODEL, withEar);
const distances = (table: Table, withEar = true): number[] => [...new Set(read(table, withEar).recordings.map(({ distance }) => distance))];

describe('The ratings for a calibration', () => {
  const rated = details(() => ({ heard_total: '70', judge: 'a' }));

  it('go with the distance where the ear has rated nothing', () => {
    for (const table of [details(() => ({})), details(() => ({ heard_total: '' }))]) {
      assert.deepEqual([read(table).ear, read(table).unheard, distances(table)], [false, 0, [0.9]]);
    }
  });

  it('go with the distance that would give the points, where the ear has rated', () => {
    assert.deepEqual([read(rated).ear, distances(rated)], [true, [0.4]]);
    assert.deepEqual(distances(details(() => ({ heard_total: '70', judge: 'a', uncalibrated: '90' }))), [0.2], 'the score went through another map');
  });

  it('go with the distance of what the ear has rated too, where a map without it is wanted', () => {
    assert.deepEqual([read(rated, false).ear, distances(rated, false)], [false, [0.9]]);
  });

  it('leave out the recordings that the ear has not rated, and count them', () => {
    const found = read(details((i) => ({ judge: 'a', heard_total: i < 3 ? '' : '70' })));
    assert.deepEqual([found.recordings.length, found.unheard], [22, 3]);
    const rows = { rows: [], ratings: [], other: 0, unrated: 0 };
    assert.equal(leftOut(rows, found), 'Left out: 3 that the ear has not rated.\n');
  });

  it('name the ear that has rated, which must be one', () => {
    assert.deepEqual([read(rated).judge, read(rated, false).judge], ['a', undefined]);
    const two = details((i) => ({ heard_total: '70', judge: i < 3 ? 'a' : 'b' }));
    assert.throws(() => read(two), /^UsageError: details\.tsv has ratings of more than one ear; run evaluate again, or use --no-ear\.$/);
    assert.throws(() => read(details(() => ({ heard_total: '70' }))), /does not say which ear/);
    assert.equal(read(two, false).ear, false);
  });

  it('name a score that is missing', () => {
    assert.throws(() => read(details((i) => ({ heard_total: '70', judge: 'a', score: i === 4 ? '' : '80' }))), /^UsageError: Line 6 of details\.tsv has "" for score; run evaluate again\.$/);
  });
});
