import assert from 'node:assert/strict';

import { createPairing } from '../../../nodes/lib/pairing';

describe('Pairing of learner and reference', () => {
  const pairing = (options = {}) => createPairing<string>({ maxSessions: 3, waitMs: 1000, ...options });

  it('gives a learner the newest reference of its session', async () => {
    const { put, take } = pairing();
    put('a', 'old');
    put('b', 'other');
    put('a', 'new');
    assert.equal(await take('a'), 'new');
    assert.equal(await take('a'), 'new');
    assert.equal(await take('b'), 'other');
  });

  it('lets learners wait for their reference and serves all of them', async () => {
    const { put, take, kept } = pairing();
    const waiting = [take('a'), take('a'), take('b')];
    assert.equal(kept('a'), undefined);
    put('a', 'for a');
    put('b', 'for b');
    assert.deepEqual(await Promise.all(waiting), ['for a', 'for a', 'for b']);
    assert.equal(kept('a'), 'for a');
  });

  it('ends the wait with an error that names session and time', async () => {
    const { take, put } = pairing({ waitMs: 20 });
    await assert.rejects(take('class 7'), (error: Error) => {
      assert.equal((error as Error & { code: string }).code, 'PRON_NO_REFERENCE');
      assert.match(error.message, /class 7.* 0\.02 s/);
      return true;
    });
    put('class 7', 'late');
    assert.equal(await take('class 7'), 'late');
  });

  it('drops the session that was used least recently', async () => {
    const { put, take, kept } = pairing();
    put('a', '1');
    put('b', '2');
    put('c', '3');
    await take('a');
    put('d', '4');
    assert.deepEqual(['a', 'b', 'c', 'd'].map(kept), ['1', undefined, '3', '4']);
  });

  it('does not drop a session because its own reference is replaced', () => {
    const { put, kept } = pairing();
    for (const session of ['a', 'b', 'c', 'c', 'c']) put(session, session);
    assert.deepEqual(['a', 'b', 'c'].map(kept), ['a', 'b', 'c']);
  });

  it('refuses more waiting learners than it has room for', async () => {
    const { put, take } = pairing({ maxWaiting: 2 });
    const waiting = [take('a'), take('b')];
    await assert.rejects(take('c'), { code: 'PRON_BUSY' });
    put('a', 'A');
    put('b', 'B');
    assert.deepEqual(await Promise.all(waiting), ['A', 'B']);
  });

  it('lets everybody go when it closes', async () => {
    const { put, take, close, kept } = pairing();
    put('b', 'B');
    const waiting = take('a');
    close();
    await assert.rejects(waiting, { code: 'PRON_CLOSED' });
    assert.equal(kept('b'), undefined);
  });
});
