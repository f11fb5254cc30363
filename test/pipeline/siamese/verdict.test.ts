import assert from 'node:assert/strict';
import { verdictOf, type VerdictFacts } from '../../../pipeline/siamese/verdict';
import { TINY_MANIFEST } from './manifest';

const LIMITS = TINY_MANIFEST.verdict;
const HEARD = { completeness: 0.5, words: [], insertions: [] };
const GOOD: Required<VerdictFacts> = {
  level: { peakDb: -6, rmsDb: -25, clippedShare: 0 },
  noise: { snrDb: 30, light: 'green' },
  speech: { startMs: 100, endMs: 900 },
  speechFound: true,
  speechOdds: 3,
  mismatch: 0.4,
  heard: HEARD,
};

describe('verdictOf', () => {
  it('scores a good recording', () => {
    assert.equal(verdictOf(GOOD, LIMITS), 'scored');
  });

  it('names each fault', () => {
    const level = { peakDb: -6, rmsDb: -25, clippedShare: 0 };
    assert.equal(verdictOf({ ...GOOD, speech: null }, LIMITS), 'no-speech');
    assert.equal(verdictOf({ ...GOOD, speechFound: false }, LIMITS), 'no-speech');
    assert.equal(verdictOf({ ...GOOD, level: { ...level, peakDb: -90 } }, LIMITS), 'no-speech');
    assert.equal(verdictOf({ ...GOOD, level: { ...level, rmsDb: -55.1 } }, LIMITS), 'too-quiet');
    assert.equal(verdictOf({ ...GOOD, level: { ...level, clippedShare: 0.021 } }, LIMITS), 'clipped');
    assert.equal(verdictOf({ ...GOOD, noise: { snrDb: 2.9, light: 'red' } }, LIMITS), 'too-noisy');
    assert.equal(verdictOf({ ...GOOD, speechOdds: -2.1 }, LIMITS), 'no-speech');
    assert.equal(verdictOf({ ...GOOD, mismatch: 1.41 }, LIMITS), 'wrong-sentence');
    assert.equal(verdictOf({ ...GOOD, heard: { ...HEARD, completeness: 0.49 } }, LIMITS), 'incomplete');
    assert.equal(verdictOf({ ...GOOD, heard: { ...HEARD, completeness: 0.19 } }, LIMITS), 'wrong-sentence');
  });

  it('tells half a sentence from another one by what the ear has heard, though both sound unlike the reference', () => {
    assert.equal(verdictOf({ ...GOOD, mismatch: 9, heard: { ...HEARD, completeness: 0.4 } }, LIMITS), 'incomplete');
    assert.equal(verdictOf({ ...GOOD, heard: { ...HEARD, completeness: null } }, LIMITS), 'scored');
  });

  describe('with a rating of the ear', () => {
    const limits = { ...LIMITS, withEar: { completeness: 4, rating: 0.05, least: 3.5, fits: -2 } };
    const heardAs = (completeness: number, total: number, sure = true) => ({ ...HEARD, completeness, sure, rating: { total } });

    it('believes the sounds where the ear does not understand a speaker, and the ear where they do not fit', () => {
      assert.equal(verdictOf({ ...GOOD, mismatch: -5, heard: heardAs(0.1, 30, false) }, limits), 'scored');
      assert.equal(verdictOf({ ...GOOD, mismatch: 1.5, heard: heardAs(1, 60) }, limits), 'scored');
      assert.equal(verdictOf({ ...GOOD, mismatch: 3, heard: heardAs(0.1, 30, false) }, limits), 'wrong-sentence');
      assert.equal(verdictOf({ ...GOOD, mismatch: 3, heard: heardAs(1, 10) }, limits), 'wrong-sentence');
    });

    it('tells a badly rated melody from a well rated word where the model is in doubt', () => {
      const both = { ...limits, withEar: { ...limits.withEar, speech: { rating: 0.05, least: 1.4 } } };
      const said = (speechOdds: number, total: number) => verdictOf({ ...GOOD, speechOdds, heard: heardAs(1, total) }, both);
      assert.equal(said(-1.7, 34), 'no-speech');
      assert.equal(said(-2.8, 86), 'scored');
      assert.equal(verdictOf({ ...GOOD, speechOdds: -2.8, heard: heardAs(1, 86) }, limits), 'no-speech', 'a model that says nothing of the ear');
      assert.equal(verdictOf({ ...GOOD, speechOdds: -2.8 }, both), 'no-speech', 'without an ear');
    });

    it('refuses half a sentence if the ear is sure or the sounds do not fit', () => {
      assert.equal(verdictOf({ ...GOOD, mismatch: -5, heard: heardAs(0.4, 50) }, limits), 'incomplete');
      assert.equal(verdictOf({ ...GOOD, mismatch: -1, heard: heardAs(0.4, 80, false) }, limits), 'incomplete');
      assert.equal(verdictOf({ ...GOOD, mismatch: 2, heard: heardAs(0.4, 30) }, limits), 'incomplete');
      assert.equal(verdictOf({ ...GOOD, mismatch: -5, heard: heardAs(0.4, 50, false) }, limits), 'scored');
    });
  });

  it('takes a recording in which nothing rises above the noise for silence, whatever a gate left for the vad node', () => {
    assert.equal(verdictOf({ ...GOOD, noise: { snrDb: -8, light: 'red' } }, LIMITS), 'no-speech');
    assert.equal(verdictOf({ ...GOOD, noise: { snrDb: -7.9, light: 'red' } }, LIMITS), 'too-noisy');
  });

  it('accepts what lies exactly on a limit', () => {
    const facts = { level: { peakDb: -6, rmsDb: -55, clippedShare: 0.02 }, noise: { snrDb: 3, light: 'red' } as const, speechOdds: -2, mismatch: 1.4 };
    assert.equal(verdictOf(facts, LIMITS), 'scored');
  });

  it('names the first fault in the order of repair', () => {
    const faults: [string, VerdictFacts][] = [
      ['no-speech', { speech: null }],
      ['too-quiet', { level: { peakDb: -60, rmsDb: -70, clippedShare: 0.5 } }],
      ['clipped', { level: { peakDb: 0, rmsDb: -3, clippedShare: 0.5 } }],
      ['too-noisy', { noise: { snrDb: -5, light: 'red' } }],
      ['no-speech', { speechOdds: -9 }],
      ['incomplete', { heard: { ...HEARD, completeness: 0.3 } }],
      ['wrong-sentence', { mismatch: 3 }],
    ];
    for (const [i, [verdict]] of faults.entries()) {
      const facts: VerdictFacts = Object.assign({}, ...faults.slice(i).reverse().map(([, fact]) => fact));
      assert.equal(verdictOf(facts, LIMITS), verdict);
    }
  });

  it('does not judge what it does not know', () => {
    assert.equal(verdictOf({}, LIMITS), 'scored');
    assert.equal(verdictOf({ speech: undefined, level: undefined }, LIMITS), 'scored');
  });
});
