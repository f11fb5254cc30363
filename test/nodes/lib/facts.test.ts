import assert from 'node:assert/strict';

import { addFacts, knownFacts, pronunciationOf } from '../../../nodes/lib/facts';
import { sessionOf } from '../../../nodes/lib/session';
import { movedWords, withinMs, wordsOf } from '../../../nodes/lib/words';

const LEVEL = { peakDb: -3, rmsDb: -13, clippedShare: 0 };

describe('Facts on a message', () => {
  it('are merged, and what is there already stays', () => {
    const msg = { pronunciation: { session: 's', mine: 1 } };
    addFacts(msg, { text: 'hello' });
    assert.deepEqual(msg.pronunciation, { session: 's', mine: 1, text: 'hello' });
  });

  it('start from nothing where there is no object', () => {
    for (const pronunciation of [undefined, null, 'x', 3, []]) assert.deepEqual(pronunciationOf({ pronunciation }), {});
  });

  it('belong to the session that the sender names, else to the default one', () => {
    const sessions = ['a', 7, '', undefined, {}].map((session) => sessionOf({ pronunciation: { session } }));
    assert.deepEqual(sessions, ['a', '7', 'default', 'default', 'default']);
  });
});

describe('Facts that are known of a recording', () => {
  it('are taken as stages write them, and nothing else with them', () => {
    const pronunciation = { level: LEVEL, noise: { snrDb: 20, light: 'green' }, speech: { startMs: 0, endMs: 5 } };
    assert.deepEqual(knownFacts({ pronunciation }), pronunciation);
    const more = { level: { ...LEVEL, play: () => 1 }, noise: { snrDb: 20, light: 'red' }, mine: 1, text: 'a', speech: null };
    assert.deepEqual(knownFacts({ pronunciation: more }), { ...pronunciation, speech: null });
  });

  it('are ignored where a sender wrote something else', () => {
    const none = { level: undefined, noise: undefined, speech: undefined };
    assert.deepEqual(knownFacts({}), {});
    assert.deepEqual(knownFacts({ pronunciation: { level: 'loud', noise: null, speech: true } }), none);
    assert.deepEqual(knownFacts({ pronunciation: { level: { ...LEVEL, peakDb: 'x' }, noise: {}, speech: { startMs: 5, endMs: 5 } } }), none);
    assert.deepEqual(knownFacts({ pronunciation: { level: { ...LEVEL, rmsDb: Infinity }, noise: { snrDb: NaN }, speech: {} } }), none);
  });

  it('are read in well under a millisecond', () => {
    const pronunciation = { level: LEVEL, noise: { snrDb: 20 }, speech: null, words: Array.from({ length: 20 }, () => ({ text: 'a', startMs: 0, endMs: 1 })) };
    const read = (): unknown => [knownFacts({ pronunciation }), wordsOf({ pronunciation })];
    for (let i = 0; i < 100; i++) read();
    const started = performance.now();
    for (let i = 0; i < 100; i++) read();
    assert.ok((performance.now() - started) / 100 < 0.5);
  });
});

describe('Words', () => {
  it('move with the time axis and stay inside of the recording', () => {
    const words = [{ text: 'a', startMs: 100, endMs: 300 }, { text: 'b', startMs: 300, endMs: 900, mine: 1 }, 'c'];
    assert.deepEqual(movedWords(words, (ms) => withinMs(ms - 200, 500)), [
      { text: 'a', startMs: 0, endMs: 100 }, { text: 'b', startMs: 100, endMs: 500, mine: 1 }, 'c',
    ]);
  });

  it('of a reference are those with a text and times', () => {
    const word = { text: 'a', startMs: 100, endMs: 300 };
    assert.deepEqual(wordsOf({ pronunciation: { words: [{ ...word, mine: 1 }, 'b', { text: 'c' }, { ...word, text: 3 }, null] } }), [word]);
    assert.deepEqual(wordsOf({ pronunciation: { words: 'none' } }), []);
  });
});
