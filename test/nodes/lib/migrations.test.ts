import assert from 'node:assert/strict';

import { ALL_FIELDS } from '../../../nodes/all-fields';
import { configVersionOf, migrated, renamedSettings } from '../../../nodes/lib/migrations';
import { readSettings } from '../../../nodes/lib/settings';
import { SCORE_FIELDS } from '../../../nodes/score/settings';
import firstVersion from '../../fixtures/flows/first-version.json';
import everyNode from '../../fixtures/flows/version-0.1.0.json';

/** Settings and nodes that came after version 0.1.0. */
const LATER = ['recorder', 'address', 'model', 'speaker', 'command', 'maxReferences', 'takes'];
const NEW_NODES = ['pron-hear', 'pron-class', 'pron-voice', 'pron-wyoming', 'pron-house', 'pron-satellite', 'pron-remote', 'pron-worker'];

describe('A flow of an older version', () => {
  it('is read under the new names of its settings', () => {
    assert.equal(readSettings(SCORE_FIELDS, { type: 'pron-score', sessions: '70' }).maxSessions, 70);
    assert.deepEqual(migrated({ type: 'pron-time', sessions: 7, mode: 'ratio' }), { type: 'pron-time', maxSessions: 7, mode: 'ratio' });
  });

  it('has every setting of every node of version 0.1.0', () => {
    const nodes = everyNode.filter(({ type }) => type !== 'tab');
    assert.deepEqual(nodes.map(({ type }) => type).sort(), Object.keys(ALL_FIELDS).filter((type) => !NEW_NODES.includes(type)).sort());
    for (const node of nodes) {
      const settings = Object.entries(readSettings(ALL_FIELDS[node.type] ?? {}, node)).filter(([name]) => !LATER.includes(name));
      const saved = new Map(Object.entries(node));
      for (const [name, value] of settings) {
        const old = saved.get(name === 'maxSessions' ? 'sessions' : name);
        assert.equal(JSON.stringify(value), typeof value === 'number' ? String(Number(old)) : JSON.stringify(old), `${node.type} ${name}`);
      }
    }
  });

  it('that lacks settings which came later has their defaults', () => {
    for (const node of firstVersion.filter(({ type }) => type !== 'tab')) {
      const fields = ALL_FIELDS[node.type] ?? {};
      const settings = readSettings(fields, node);
      for (const [name, field] of Object.entries(fields)) {
        if (!(name in node) && !(name === 'maxSessions' && 'sessions' in node)) assert.deepEqual(settings[name], field.default, `${node.type} ${name}`);
      }
    }
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
