import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dictionaryBySound } from '../../../../pipeline/ear/phones/by-sound';

const DICTIONARY = Buffer.from('# a comment\nread R EH D\nread R IY D\nred R EH D\nreed R IY D\nrhett R EH T\n');

describe('A dictionary by sound', () => {
  const words = dictionaryBySound(DICTIONARY, new Set(['read', 'red', 'rhett']));

  it('has all words that sound so', () => assert.deepEqual(words('R-EH-D').flat(), ['read', 'red']));
  it('has only those of the list', () => assert.deepEqual(words('R-IY-D').flat(), ['read']));
  it('has none for another sound', () => assert.deepEqual([words('R-EH'), words('R')], [[], []]));
});
