import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { candidatesFor } from '../../../pipeline/ear/candidates';

const WORDS = ['저는', '내일', '친구와', '갑니다'];
const candidates = (suspects: number[], there: string[], transcript = WORDS) =>
  candidatesFor(WORDS, suspects, there, transcript).map(({ from, to, said }) => `${from}-${to} ${said}`);

describe('candidatesFor', () => {
  it('finds nothing to judge where nothing is surprising and the transcript is the text', () => {
    assert.deepEqual(candidates([], []), []);
  });

  it('proposes that a suspect was left out, that the words before it were said again, and what the decoder hears there', () => {
    assert.deepEqual(candidates([2], ['어제']), ['2-3 ', '2-2 내일', '2-2 저는 내일', '2-2 어제', '2-3 어제', '2-4 ']);
  });

  it('proposes that the rest was left out, from the first suspect on', () => {
    assert.ok(candidates([3, 1], ['', '']).includes('1-4 '));
    assert.ok(!candidates([0], ['']).some((one) => one === '0-4 '), 'somebody has said something');
  });

  it('takes figures in a transcript for no other words', () => {
    assert.deepEqual(candidates([], [], ['저는', '3일', '친구와', '갑니다']), []);
  });

  it('proposes each difference of the transcript, and nothing twice', () => {
    const found = candidates([1], ['어제'], ['저는', '어제', '친구와', '갑니다']);
    assert.equal(found.filter((one) => one === '1-2 어제').length, 1);
  });
});
