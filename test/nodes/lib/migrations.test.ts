import assert from 'node:assert/strict';

import { configVersionOf, migrated, renamedSettings } from '../../../nodes/lib/migrations';
import { readSettings } from '../../../nodes/lib/settings';
import { SCORE_FIELDS } from '../../../nodes/score/settings';

describe('A flow of an older version', () => {
  it('is read under the new names of its settings', () => {
    assert.equal(readSettings(SCORE_FIELDS, { type: 'pron-score', sessions: '70' }).maxSessions, 70);
    assert.deepEqual(migrated({ type: 'pron-time', sessions: 7, mode: 'ratio' }), { type: 'pron-time', maxSessions: 7, mode: 'ratio' });
  });

  it('has an error that names the setting as it is called now', () => {
    assert.throws(() => readSettings(SCORE_FIELDS, { type: 'pron-score', sessions: 0 }), /setting maxSessions is 0/);
  });

  it('is left as it is where nothing was renamed, and is not changed itself', () => {
    const gain = { type: 'pron-gain', gainDb: 3, sessions: 5 };
    assert.deepEqual(migrated(gain), gain);
    const score = { type: 'pron-score', sessions: 5 };
    migrated(score);
    assert.deepEqual(score, { type: 'pron-score', sessions: 5 });
  });

  it('counts as version 1, and each step leads one further', () => {
    assert.deepEqual(['pron-gain', 'pron-score'].map(configVersionOf), [1, 2]);
    assert.deepEqual([...renamedSettings('pron-score')], [['sessions', 'maxSessions']]);
  });
});
