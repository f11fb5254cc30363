import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GroupedPair } from '../../../evaluation/groups/grouped-pair';
import { groupsOf } from '../../../evaluation/groups/groups';
import { groupsReport } from '../../../evaluation/groups/groups-report';
import { grouped } from './grouped';

const OPTIONS = {
  columns: ['speaker', 'age_group'],
  unitColumn: 'speaker',
  scale: { low: 0, high: 10 },
  resamples: 200,
  seed: 1,
};

/** Eight speakers, four of them children; a child gets `penalty` points less than its rating says. */
function speakers(penalty: number): GroupedPair[] {
  return Array.from({ length: 40 }, (_, i) => {
    const speaker = `s${i % 8}`;
    const isChild = i % 8 < 4;
    const human = 3 + (i % 5) + (isChild ? 1 : 0);
    const noise = ((i * 7) % 11) - 5;
    return grouped({
      line: i + 2,
      human,
      score: 10 * human + noise - (isChild ? penalty : 0),
      group: speaker,
      fields: { speaker, age: isChild ? '9' : '30' },
    });
  });
}

describe('The groups of an evaluation', () => {
  it('show a score that is lower for children of the same rating, with an interval that excludes zero', () => {
    const { by } = groupsOf(speakers(15), OPTIONS);
    const [comparison, ...more] = by['age_group']?.comparisons ?? [];
    assert.ok(comparison !== undefined && more.length === 0);
    assert.deepEqual([comparison.group, comparison.against], ['children', 'adults']);
    assert.ok(Math.abs((comparison.difference ?? 0) + 15) < 2, `${comparison.difference}`);
    assert.ok(Math.abs((comparison.biasDifference ?? 0) + 15) < 2, `${comparison.biasDifference}`);
    const [low, high] = comparison.intervals.difference ?? [0, 0];
    assert.ok(low <= (comparison.difference ?? 0) && (comparison.difference ?? 0) <= high && high < 0, `${low} to ${high}`);
  });

  it('hold a row for each value and for all, and no comparison of single speakers', () => {
    const { all, by, drawn } = groupsOf(speakers(0), OPTIONS);
    assert.equal(drawn, 'speaker');
    assert.deepEqual([all.n, all.speakers], [40, 8]);
    assert.ok(all.intervals.pearson !== null);
    assert.deepEqual(by['speaker']?.comparisons, []);
    assert.deepEqual(by['speaker']?.rows.map(({ value, n, intervals }) => [value, n, intervals.bias])[0], ['s0', 5, null]);
    assert.deepEqual(by['age_group']?.rows.map(({ value, n, speakers }) => [value, n, speakers]), [
      ['children', 20, 4],
      ['adults', 20, 4],
    ]);
  });

  it('leave pairs with another sentence out', () => {
    const other = grouped({ same: false, human: 9, fields: { speaker: 'x' } });
    assert.equal(groupsOf([...speakers(0), other], OPTIONS).all.n, 40);
  });

  it('compare each of several values with all others, and none of too many', () => {
    const pairs = speakers(0).map((pair, i) => ({ ...pair, fields: { ...pair.fields, L1: `l${i % 3}`, id: `${i}` } }));
    const { by } = groupsOf(pairs, { ...OPTIONS, columns: ['L1', 'id'] });
    assert.deepEqual(by['L1']?.comparisons.map(({ group, against }) => [group, against]), [['l0', null], ['l1', null], ['l2', null]]);
    assert.deepEqual(by['id']?.comparisons, []);
  });

  it('say why there is no bias where the ratings do not fit the scale', () => {
    const { all, fault } = groupsOf(speakers(0), { ...OPTIONS, scale: { low: 1, high: 5 } });
    assert.equal(all.bias, null);
    assert.match(fault ?? '', /outside the scale from 1 to 5/);
  });

  it('draw single pairs where the table names no speaker', () => {
    const nameless = speakers(0).map((pair) => ({ ...pair, group: '' }));
    const { drawn, all } = groupsOf(nameless, { ...OPTIONS, unitColumn: null });
    assert.deepEqual([drawn, all.speakers], ['pair', 40]);
  });
});

describe('The groups in print', () => {
  it('are tables with the difference at equal rating below', () => {
    const text = groupsReport(groupsOf(speakers(15), OPTIONS));
    assert.match(text, /^Age group +n +rating +score +Pearson +MSE +bias$/m);
    assert.match(text, /^children +20 +6\.00 +\d/m);
    assert.match(text, /^At equal rating children get -1\d\.\d points against adults \(95 % by speaker: -\d+\.\d to -\d+\.\d\)\.$/m);
  });

  it('are a count where there are more than can be read', () => {
    const pairs = speakers(0).map((pair, i) => ({ ...pair, fields: { id: `${i}` } }));
    assert.equal(groupsReport(groupsOf(pairs, { ...OPTIONS, columns: ['id'] })), '\nid: 40 groups, see --json or --report.\n');
  });

  it('are nothing where there are none', () => {
    assert.equal(groupsReport(groupsOf([], { ...OPTIONS, columns: [] })), '');
  });
});
