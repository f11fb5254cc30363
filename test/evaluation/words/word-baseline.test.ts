import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { baselineOf, type SpokenWord } from '../../../evaluation/words/word-baseline';
import { seededRandom } from '../../../base/random';

const random = seededRandom(3);

/** Words of one speaker whose ratings follow a law exactly. */
function words(group: string, law: (letters: number, logMs: number) => number): SpokenWord[] {
  return Array.from({ length: 20 }, () => {
    const letters = 1 + Math.floor(10 * random());
    const durationMs = 50 + 900 * random();
    return { group, letters, durationMs, score: 0, human: law(letters, Math.log(durationMs)) };
  });
}

const near = (a: number | undefined, b: number): boolean => Math.abs((a ?? NaN) - b) < 1e-6;

describe('What length and duration of a word tell of its rating', () => {
  it('is found by least squares', () => {
    const all = ['a', 'b', 'c'].flatMap((group) => words(group, (letters, logMs) => 3 + 0.5 * letters - 2 * logMs));
    const found = baselineOf(all);
    assert.ok(found?.length === all.length && found.every((value, i) => near(value, all[i]?.human ?? NaN)));
  });

  it('is predicted for a speaker from all others, never from his own ratings', () => {
    const others = words('a', (letters) => letters);
    const mine = words('b', (letters) => 10 - letters);
    const found = baselineOf([...others, ...mine]) ?? [];
    assert.ok(mine.every(({ letters }, i) => near(found[others.length + i], letters)));
    assert.ok(others.every(({ letters }, i) => near(found[i], 10 - letters)));
  });

  it('is a fit to the same words where there is nobody else', () => {
    const all = words('', (letters, logMs) => letters + logMs);
    assert.ok(baselineOf(all)?.every((value, i) => near(value, all[i]?.human ?? NaN)));
  });

  it('takes words without a duration', () => {
    const all = words('', (letters) => letters).map((word, i) => (i < 3 ? { ...word, durationMs: 0 } : word));
    assert.ok(baselineOf(all)?.every(Number.isFinite));
  });

  it('is unknown where the words do not differ or are too few', () => {
    const [word] = words('a', () => 5);
    assert.ok(word);
    assert.equal(baselineOf([]), null);
    assert.equal(baselineOf([word]), null);
    assert.equal(baselineOf(Array.from({ length: 9 }, () => word)), null);
    assert.equal(baselineOf(words('a', () => 5).map((each) => ({ ...each, letters: 4 }))), null);
  });
});
