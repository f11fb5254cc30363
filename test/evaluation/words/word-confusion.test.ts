import assert from 'node:assert/strict';
import { lowestScore, wordConfusion, wordErrors } from '../../../evaluation/words/word-confusion';

const SCALE = { low: 0, high: 10 };

describe('Right and wrong words', () => {
  const words = [
    { human: 10, score: 90 }, { human: 7, score: 70 }, { human: 9, score: 40 }, { human: 8, score: 60 },
    { human: 6, score: 55 }, { human: 2, score: 45 }, { human: 3, score: 69 }, { human: 4, score: 95 },
  ];

  it('are counted by the raters and by the scores, with the bounds of the tiers', () => {
    assert.deepEqual(wordConfusion(words, SCALE), {
      right: { right: 2, unclear: 1, wrong: 1 },
      unclear: { right: 0, unclear: 1, wrong: 0 },
      wrong: { right: 1, unclear: 1, wrong: 1 },
    });
    const school = wordConfusion([{ human: 1, score: 90 }, { human: 5, score: 90 }], { low: 1, high: 5 });
    assert.deepEqual([school?.wrong.right, school?.right.right], [1, 1]);
  });

  it('give the share of wrong words that are marked, and of right ones that are called wrong', () => {
    const counts = wordConfusion(words, SCALE);
    assert.ok(counts !== null);
    assert.deepEqual(wordErrors(counts), { found: 2 / 3, falseAlarms: 1 / 4 });
    const right = wordConfusion([{ human: 9, score: 80 }], SCALE);
    assert.deepEqual(right && wordErrors(right), { found: null, falseAlarms: 0 });
  });

  it('are not counted without words, or where a rating lies outside the scale', () => {
    assert.equal(wordConfusion([], SCALE), null);
    assert.equal(wordConfusion([{ human: 11, score: 50 }], SCALE), null);
  });

  it('are divided at the bounds that the page names', () => {
    const right = lowestScore('right');
    const unclear = lowestScore('unclear');
    const counts = wordConfusion([right, right - 0.1, unclear, unclear - 0.1].map((score) => ({ human: 10, score })), SCALE);
    assert.deepEqual(counts?.right, { right: 1, unclear: 2, wrong: 1 });
  });
});
