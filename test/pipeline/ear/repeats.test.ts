import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isRepeat, repeatsOf, usualDurations } from '../../../pipeline/ear/repeats';

const WORDS = 'please close the window before you leave'.split(' ');
/** Two frames a letter. */
const USUAL = WORDS.map((word) => 2 * word.length);
const repeats = (durations: number[], rest = 0) => repeatsOf(WORDS, durations, rest).map(({ from, to, said }) => `${from}-${to} ${said}`);

describe('repeatsOf', () => {
  it('proposes nothing where every word lasts as long as its letters make one expect', () => {
    assert.deepEqual(repeats(USUAL), []);
  });

  it('proposes the words beside a time to spare that would fill it', () => {
    const found = repeats(USUAL.with(1, 25));
    assert.ok(found.includes('2-2 close'));
    assert.ok(!found.some((one) => one.includes('window before you')), 'too long');
  });

  it('proposes that the sentence was begun again where one of its first words lasts long', () => {
    assert.ok(repeats(USUAL.with(2, 16)).includes('3-3 please close the'));
    assert.ok(!repeats(USUAL.with(6, 30)).includes('3-3 please close the'));
  });

  it('proposes that the sentence was said twice where much follows it, or comes before', () => {
    const whole = `7-7 ${WORDS.join(' ')}`;
    assert.ok(repeats(USUAL, 75).includes(whole));
    assert.ok(repeats(USUAL.with(0, 90)).includes(whole));
  });
});

describe('isRepeat', () => {
  const is = (from: number, to: number, said: string) => isRepeat(WORDS, { from, to, said });

  it('knows words that stand right before or after, whatever their capitals and marks', () => {
    assert.ok(is(2, 2, 'Close,'));
    assert.ok(is(1, 1, 'close the'));
    assert.ok(!is(3, 3, 'close'));
  });

  it('takes no exchange and no omission for a repeat', () => {
    assert.ok(!is(1, 2, 'please'));
    assert.ok(!is(0, 0, ''));
  });
});

describe('usualDurations', () => {
  it('takes the pace from the words that are not in question', () => {
    assert.deepEqual(usualDurations(['ab', 'ab', 'abcd'], [4, 4, 100], 2, 3), [4, 4, 8]);
  });
});
