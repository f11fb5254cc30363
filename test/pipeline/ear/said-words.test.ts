import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applied } from '../../../pipeline/ear/said-words';

const SAID = ['we', 'took', 'the', 'train'].map((text, place) => ({ text, place }));
const after = (from: number, to: number, said: string) => applied(SAID, { from, to, said }).map(({ text, place }) => [text, place]);

describe('applied', () => {
  it('leaves words out', () => {
    assert.deepEqual(after(1, 3, ''), [['we', 0], ['train', 3]]);
  });

  it('adds words that have no place in the text', () => {
    assert.deepEqual(after(3, 3, 'very last'), [['we', 0], ['took', 1], ['the', 2], ['very', null], ['last', null], ['train', 3]]);
    assert.deepEqual(after(4, 4, 'home').at(-1), ['home', null]);
  });

  it('puts a word in the place of another', () => {
    assert.deepEqual(after(3, 4, 'bus'), [['we', 0], ['took', 1], ['the', 2], ['bus', 3]]);
  });

  it('keeps the places of words that are the same, whatever their capitals and marks', () => {
    assert.deepEqual(after(1, 4, 'catch The, bus'), [['we', 0], ['catch', 1], ['The,', 2], ['bus', 3]]);
  });

  it('takes two words that stand for one together', () => {
    assert.deepEqual(after(0, 1, 'you and'), [['you and', 0], ['took', 1], ['the', 2], ['train', 3]]);
  });
});
