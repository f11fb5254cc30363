import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { samenessByBoth, samenessByEar } from '../../evaluation/sameness';
import { verdictOf } from '../../pipeline/siamese/verdict';
import { TINY_MANIFEST } from '../pipeline/siamese/manifest';
import { heard, heardWord } from './heard';

const LIMITS = TINY_MANIFEST.verdict;

describe('How surely it is the same sentence', () => {
  it('is below 0 where the verdict refuses it, but for a part of the sentence whose sounds fit', () => {
    const { maxMismatch } = LIMITS;
    for (const mismatch of [-9, maxMismatch, maxMismatch + 1e-9, 9]) {
      for (const completeness of [null, 0, 0.19, 0.2, 0.49, 0.5, 0.51, 1]) {
        const said = { ...heard(), completeness };
        const verdict = verdictOf({ mismatch, heard: said }, LIMITS);
        const sameness = samenessByBoth(mismatch, said, LIMITS);
        assert.equal(sameness < 0 || completeness === 0.2 || completeness === 0.49, verdict !== 'scored', `${mismatch} ${completeness} ${sameness} ${verdict}`);
      }
    }
  });

  it('rises with every word that was said, and as the mismatch falls', () => {
    const at = (mismatch: number, completeness: number) => samenessByBoth(mismatch, { ...heard(), completeness }, LIMITS);
    assert.ok(at(-9, 0.4) < at(-9, 0.5) && at(-9, 0.5) < at(-9, 0.6));
    assert.ok(at(0.9, 1) < at(0.8, 1) && at(0.8, 1) === samenessByBoth(0.8, undefined, LIMITS));
    assert.equal(samenessByBoth(null, heard(), LIMITS), -Infinity);
  });

  it('is the share of the words by the ear alone, and their confidence among equal shares', () => {
    const sure = (confidence: number) => [heardWord('a', { confidence }), heardWord('b', { confidence })];
    const half = samenessByEar(heard({ completeness: 0.5, words: sure(0.9) }));
    assert.ok(samenessByEar(heard({ completeness: 0.5, words: sure(0.8) })) < half);
    assert.ok(half < samenessByEar(heard({ completeness: 0.501, words: sure(0) })));
    assert.equal(samenessByEar(heard({ completeness: null, words: [] })), -Infinity, 'nobody spoke');
  });
});
