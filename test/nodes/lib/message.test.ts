import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';

import { addAudioFacts, addFacts, movedWords, pronunciationOf, wavOf, withinMs } from '../../../nodes/lib/message';
import { sessionOf } from '../../../nodes/lib/message-limits';
import { judgedFacts } from '../../../nodes/lib/score-facts';

const level = (peakDb: number) => ({ peakDb, rmsDb: peakDb - 10, clippedShare: 0 });
const facts = (peakDb: number, snrDb: number) =>
  ({ sampleRate: 16000, durationMs: 900, level: level(peakDb), noise: { snrDb, light: 'green' as const } });

describe('Facts on a message', () => {
  it('are merged, and what is there already stays', () => {
    const msg = { pronunciation: { session: 's', mine: 1 } };
    addFacts(msg, { text: 'hello' });
    assert.deepEqual(msg.pronunciation, { session: 's', mine: 1, text: 'hello' });
  });

  it('start from nothing where there is no object', () => {
    for (const pronunciation of [undefined, null, 'x', 3, []]) assert.deepEqual(pronunciationOf({ pronunciation }), {});
  });

  it('hold level and noise of the first stage, and the level of now from the later ones', () => {
    const msg = {};
    addAudioFacts(msg, facts(-6, 30), { levelNow: level(-7), saturatedShare: 0 });
    addAudioFacts(msg, facts(-7, 60), { levelNow: level(-8), saturatedShare: 0.5 });
    const { level: first, levelNow, noise, role } = pronunciationOf(msg);
    assert.deepEqual([first, levelNow, noise?.snrDb, role], [level(-6), level(-8), 30, 'learner']);
  });

  it('keep the role of the sender', () => {
    const msg = { pronunciation: { role: 'reference' } };
    addAudioFacts(msg, facts(-6, 30));
    assert.equal(pronunciationOf(msg).role, 'reference');
  });
});

describe('Audio in a payload', () => {
  it('is taken from a Buffer and from a Uint8Array', () => {
    assert.deepEqual(wavOf({ payload: Buffer.from([1, 2]) }), Buffer.from([1, 2]));
    assert.deepEqual(wavOf({ payload: new Uint8Array([9, 1, 2]).subarray(1) }), Buffer.from([1, 2]));
  });

  it('is taken from a Uint8Array that a Function node made', () => {
    assert.deepEqual(wavOf({ payload: runInNewContext('new Uint8Array([1, 2])') }), Buffer.from([1, 2]));
  });

  it('is refused by what it is instead', () => {
    const found: [unknown, RegExp][] = [[undefined, /nothing/], ['text', /a string/], [3, /a number/], [[1], /an array/], [{}, /another object/]];
    for (const [payload, words] of found) {
      assert.throws(() => wavOf({ payload }), (error: Error) => words.test(error.message));
    }
  });
});

describe('Words', () => {
  it('move with the time axis and stay inside of the recording', () => {
    const words = [{ text: 'a', startMs: 100, endMs: 300 }, { text: 'b', startMs: 300, endMs: 900 }];
    assert.deepEqual(movedWords(words, (ms) => withinMs(ms - 200, 500)), [
      { text: 'a', startMs: 0, endMs: 100 }, { text: 'b', startMs: 100, endMs: 500 },
    ]);
  });
});

describe('Facts that the verdict judges', () => {
  it('are taken as stages write them', () => {
    const pronunciation = { level: level(-3), noise: { snrDb: 20, light: 'green' }, speech: { startMs: 0, endMs: 5 } };
    assert.deepEqual(judgedFacts({ pronunciation }), pronunciation);
    assert.deepEqual(judgedFacts({ pronunciation: { speech: null } }), { speech: null });
  });

  it('are left out where a sender wrote something else', () => {
    assert.deepEqual(judgedFacts({}), {});
    assert.deepEqual(judgedFacts({ pronunciation: { level: 'loud', noise: null, speech: true } }), {});
    assert.deepEqual(judgedFacts({ pronunciation: { level: { peakDb: 'x' }, noise: {}, speech: {} } }), {});
  });

  it('belong to the session that the sender names, else to the default one', () => {
    const sessions = ['a', 7, '', undefined, {}].map((session) => sessionOf({ pronunciation: { session } }));
    assert.deepEqual(sessions, ['a', '7', 'default', 'default', 'default']);
  });
});
