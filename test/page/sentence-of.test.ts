import assert from 'node:assert/strict';
import { sentenceOf } from '../../page/src/parts/sentence-of';
import type { Result } from '../../page/src/station/state';
import type { Texts } from '../../page/src/texts/texts';

const t = {
  verdicts: { left: '"__words__" was missing.', incomplete: 'Less than half was said.' }, tiers: { native: 'Like a native speaker.' },
  contrast: { sentence: '__expected__ like __said__: __advice__.', tense: 'hold it' },
} as unknown as Texts;
const result = (more: Partial<Result>): Result => ({
  value: 90, verdict: 'scored', tier: { from: 85, name: 'native', colour: 'green' }, words: [], change: undefined, hint: undefined, said: '', melody: undefined, picture: null, recording: null,
  compared: null, ...more,
});

describe('What the learner is told', () => {
  const hint = { contrast: 'tense', expected: '까', said: '가' };

  it('is what was left out or added before a sound, and a sound before what the score means', () => {
    assert.equal(sentenceOf(result({}), t), 'Like a native speaker.');
    assert.equal(sentenceOf(result({ hint }), t), '까 like 가: hold it.');
    assert.equal(sentenceOf(result({ hint, change: { kind: 'left', words: '$& not' } }), t), '"$& not" was missing.');
  });

  it('is a tier\'s own name where the maker gave it one', () => {
    assert.equal(sentenceOf(result({ tier: { from: 0, name: 'very good', colour: 'green' } }), t), 'very good');
  });

  it('is why there is no score where there is none', () => {
    assert.equal(sentenceOf(result({ value: null, verdict: 'incomplete', tier: null, change: { kind: 'left', words: 'not' } }), t), 'Less than half was said.');
  });
});
