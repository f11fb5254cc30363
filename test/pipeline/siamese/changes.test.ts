import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { belowTop, changesOf, firstChange, pointsWithChanges } from '../../../pipeline/siamese/changes';
import { DEFAULT_TIERS } from '../../../pipeline/siamese/score';

const word = (text: string, error: 'none' | 'mispronunciation' | 'omission' = 'none') => ({ text, error, startMs: 0, endMs: 1 });
const RIGHT = { completeness: 1, words: [word('I'), word('do'), word('not'), word('know')], insertions: [] };
const LEFT = { ...RIGHT, completeness: 0.75, words: [word('I'), word('do'), word('not', 'omission'), word('know')] };
const ADDED = { ...RIGHT, insertions: [{ text: 'really' }] };

describe('What the ear has heard changes the score', () => {
  it('not where every word was said, and not where no ear has listened', () => {
    for (const heard of [RIGHT, undefined, { completeness: null, words: [], insertions: [] }]) {
      assert.equal(pointsWithChanges(93.8, heard), 93.8);
      assert.equal(belowTop(93.8, DEFAULT_TIERS, changesOf(heard)), 93.8);
    }
  });

  it('by the share of the words that were left out, exchanged or added', () => {
    assert.equal(pointsWithChanges(80, LEFT), 60);
    assert.equal(pointsWithChanges(80, ADDED), 64);
    assert.deepEqual(changesOf(LEFT), { left: ['not'], exchanged: [], added: [], moved: [], near: [] });
    assert.deepEqual(changesOf(ADDED), { left: [], exchanged: [], added: ['really'], moved: [], near: [] });
  });

  it('so that it never reaches the highest tier, whatever the tiers are', () => {
    assert.equal(belowTop(97, DEFAULT_TIERS, changesOf(ADDED)), 84.9);
    assert.equal(belowTop(60, DEFAULT_TIERS, changesOf(ADDED)), 60);
    assert.equal(belowTop(60, [{ from: 0, name: 'all', colour: 'green' }], changesOf(LEFT)), 0);
    assert.equal(belowTop(null, DEFAULT_TIERS, changesOf(LEFT)), null);
  });

  it('also where a word sounded like another one, of which its hint tells', () => {
    const near = changesOf({ ...RIGHT, words: [...RIGHT.words.slice(1), { ...word('ship', 'mispronunciation'), heardAs: 'sheep' }] });
    assert.deepEqual(near, { left: [], exchanged: [], added: [], moved: [], near: ['ship'] });
    assert.equal(belowTop(97, DEFAULT_TIERS, near), 84.9);
    assert.equal(firstChange(near), undefined);
  });

  it('also where words came in another order, whatever they sounded like', () => {
    const words = RIGHT.words.map((one, i) => (i < 2 ? { ...one, error: 'mispronunciation' as const, moved: true } : one));
    const changes = changesOf({ ...RIGHT, words });
    assert.deepEqual(changes, { left: [], exchanged: [], added: [], moved: ['I', 'do'], near: [] });
    assert.equal(firstChange(changes), 'moved');
    assert.equal(belowTop(97, DEFAULT_TIERS, changes), 84.9);
  });
});
