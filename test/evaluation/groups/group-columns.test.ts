import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { groupColumns, groupValue, inGroupOrder } from '../../../evaluation/groups/group-columns';

const table = (...columns: string[]) => ({ columns, rows: [] });

describe('The columns that an evaluation groups by', () => {
  it('are the usual ones that the table has, and then those that were asked for, each once', () => {
    const all = table('learner', 'gender', 'age', 'speaker', 'L1');
    assert.deepEqual(groupColumns(all, 'x.tsv', ['L1', 'gender']), ['speaker', 'age_group', 'gender', 'L1']);
    assert.deepEqual(groupColumns(table('learner'), 'x.tsv', []), []);
  });

  it('must be in the table', () => {
    assert.throws(() => groupColumns(table('learner'), 'x.tsv', ['class']), /x\.tsv lacks the column class; it has learner/);
  });

  it('make age groups of ages where the table has none of its own', () => {
    const values = ['6', '15.9', '16', ' 41 ', '', 'old'].map((age) => groupValue({ age }, 'age_group'));
    assert.deepEqual(values, ['children', 'children', 'adults', 'adults', '', '']);
    assert.equal(groupValue({ age: '6', age_group: 'school' }, 'age_group'), 'school');
  });

  it('list children first, numbers by size, and last what is not said', () => {
    assert.deepEqual(inGroupOrder(['adults', '', 'children']), ['children', 'adults', '']);
    assert.deepEqual(inGroupOrder(['s10', 's9', '', 'a']), ['a', 's9', 's10', '']);
  });
});
