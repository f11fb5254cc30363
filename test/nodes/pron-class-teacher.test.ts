import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Overview } from '../../nodes/class/overview';
import { classFlow, PIN, type ClassFlow, type Sent } from '../support/class-flow';
import { scoredMessage } from '../support/class-messages';
import { CAUGHT, stopFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';

describe('The teacher of a class', function () {
  this.timeout(30_000);
  let room: ClassFlow;
  beforeEach(() => {
    room = classFlow();
  });
  afterEach(() => room.remove());

  it('is told everything only with the PIN', async () => {
    await room.start();
    await room.joins('a', { seat: 1 });
    for (const topic of ['start', 'end', 'overview', 'csv', 'listen', 'delete']) {
      for (const pin of [undefined, '', '24681', '2468100', ['246810']]) {
        await stopFlow();
        await room.start();
        room.flow().send('n', { topic, pin, pronunciation: { session: 'a' } });
        const { error } = await room.flow().next(CAUGHT);
        assert.equal(error.code, 'PRON_CLASS_PIN');
      }
    }
    await pause(1100);
    assert.deepEqual([room.flow().waiting('teacher'), room.flow().waiting('learner')], [[], []]);
    assert.ok(readFileSync(join(room.folder(), 'class.jsonl'), 'utf8').includes('"join"'), 'nothing was deleted');
  });

  it('has the PIN of the flow where the node has none', async () => {
    process.env.PRONUNCIATION_PIN = '135791';
    try {
      await room.start({}, { pin: '' });
      assert.equal((await room.teacher('overview', { pin: PIN })).error.code, 'PRON_CLASS_PIN');
      assert.equal((await room.teacher('overview', { pin: '135791' })).topic, 'overview');
    } finally {
      delete process.env.PRONUNCIATION_PIN;
    }
  });

  it('has no rights at all where no PIN is set', async () => {
    await room.start({}, { pin: '' });
    for (const pin of [undefined, '', PIN]) assert.equal((await room.teacher('overview', { pin })).error.code, 'PRON_CLASS_NO_PIN');
  });

  it('gets the overview after each change, at most once a second, at the page that asked', async () => {
    await room.start();
    room.flow().send('n', { topic: 'overview', pin: PIN, _client: { socketId: 'x' }, pronunciation: { session: 'teacher' } });
    await room.flow().next('teacher');
    await pause(1100);
    const before = room.flow().waiting('teacher').length;
    const begun = performance.now();
    for (let i = 0; i < 12; i++) {
      await room.result({ session: 'a', attempt: `t${i}` });
    }
    await pause(1200);
    const pushed = room.flow().waiting('teacher').slice(before) as Sent[];
    const seconds = (performance.now() - begun) / 1000;
    assert.ok(pushed.length >= 1 && pushed.length <= seconds + 1, `${pushed.length} in ${seconds} s`);
    const last = pushed.at(-1);
    assert.deepEqual([last?.topic, last?._client, (last?.payload as Overview).tries], ['overview', { socketId: 'x' }, 12]);
    assert.equal(last?.pin, undefined);
  });

  it('sees no session, with which somebody could take a learner\'s place', async () => {
    await room.start();
    await room.joins('secret-session', { seat: 1, consent: true });
    await room.result({ session: 'secret-session', attempt: 'secret-attempt' });
    for (const topic of ['overview', 'csv']) {
      room.flow().send('n', { topic, pin: PIN, payload: 'all' });
      assert.doesNotMatch(JSON.stringify((await room.flow().next('teacher')).payload), /secret/);
    }
  });

  it('deletes everything with one message, and is told that it is gone', async () => {
    await room.start({ recordings: true });
    await room.joins('a', { seat: 1, consent: true });
    await room.learner({ ...scoredMessage({ session: 'a' }), recording: syntheticWav({ seconds: 1 }) });
    await room.result({ session: 'a' });
    const { topic, payload } = await room.teacher('delete');
    assert.deepEqual([topic, payload], ['deleted', { results: 2, recordings: 1, files: 2, left: 0 }]);
    assert.equal(((await room.flow().next('learner')) as Sent).topic, 'left');
    assert.deepEqual(readdirSync(room.folder()), ['class.jsonl']);
    assert.equal(readFileSync(join(room.folder(), 'class.jsonl'), 'utf8'), '');
    assert.deepEqual(await room.rows(), []);
    assert.equal((await room.joins('a', { seat: 2 })).topic, 'joined', 'the class goes on');
  });
});
