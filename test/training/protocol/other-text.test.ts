import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { otherText } from '../../../training/protocol/other-text';
import { seededRandom } from '../../../base/random';

const TEXTS = [
  { text: 'own', durationMs: 1000 },
  { text: 'a little shorter', durationMs: 900 },
  { text: 'a little longer', durationMs: 1100 },
  { text: 'too short', durationMs: 899 },
  { text: 'too long', durationMs: 1101 },
];
const OWN = { text: 'own', durationMs: 1000 };

describe('Another text of the set', () => {
  it('lasts as long within the tolerance, bounds included, and each such text is drawn', () => {
    const random = seededRandom(1);
    const drawn = new Set(Array.from({ length: 50 }, () => otherText(OWN, TEXTS, 0.1, random).text));
    assert.deepEqual([...drawn].sort(), ['a little longer', 'a little shorter']);
  });

  it('is the nearest in duration where none is near, and says so', () => {
    const far = [OWN, { text: 'short', durationMs: 500 }, { text: 'long', durationMs: 1400 }];
    assert.deepEqual(otherText(OWN, far, 0.1, seededRandom(1)), { text: 'long', within: false });
    assert.equal(otherText(OWN, TEXTS, 0.1, seededRandom(1)).within, true);
  });

  it('is never the own text', () => {
    assert.throws(() => otherText(OWN, [OWN], 0.1, seededRandom(1)), RangeError);
  });
});
