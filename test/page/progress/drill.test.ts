import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterTry, MOST_TRIES, NEEDED, startDrill, type Drill } from '../../../page/src/progress/drill';
import type { Grade } from '../../../page/src/progress/kept-result';
import { word } from './some-results';

const begin = (): Drill => startDrill('물 한 잔', [word('물', 60), word('한', 30), word('잔', 90)]) ?? assert.fail();
const after = (...grades: readonly (Grade | null)[]): Drill => grades.reduce(afterTry, begin());

describe('The drill of the weakest word', () => {
  it('begins with the word that was said worst', () => assert.deepEqual(begin(), { step: 'word', word: '한', place: 1, sentence: '물 한 잔', good: 0, tries: 0 }));
  it('takes the word without the marks around it, with its pronunciation in brackets', () => {
    const drilled = (text: string): string | undefined => startDrill('', [word(text, 30)])?.word;
    assert.deepEqual(['"today."', '깻잎[깬닙],', '(물)'].map(drilled), ['today', '깻잎[깬닙]', '물']);
  });
  it('does not begin where all words are right', () => assert.equal(startDrill('물', [word('물', 90)]), undefined));
  it('goes on to the sentence when the word was good twice', () => {
    assert.equal(after('good').step, 'word');
    assert.deepEqual(after('good', 'low', 'top'), { step: 'sentence', word: '한', sentence: '물 한 잔', learned: true });
  });
  it('ends with the sentence, whatever its points', () => assert.deepEqual(after('good', 'good', 'low'), { step: 'done', word: '한', sentence: '물 한 잔', learned: true }));
  it('counts no refused try', () => assert.deepEqual(after(null, null), begin()));

  it('leaves the word for another day after some tries, and always ends', () => {
    assert.deepEqual(after(...Array<Grade>(MOST_TRIES).fill('fair')), { step: 'sentence', word: '한', sentence: '물 한 잔', learned: false });
    fc.assert(fc.property(fc.array(fc.constantFrom<Grade | null>('low', 'fair', 'good', 'top', null), { minLength: 30 }), (grades) => {
      const scored = grades.filter((grade) => grade !== null);
      if (scored.length <= MOST_TRIES) return;
      const drill = after(...grades);
      const good = scored.slice(0, MOST_TRIES).filter((grade) => grade === 'good' || grade === 'top').length;
      assert.deepEqual([drill.step, 'learned' in drill && drill.learned], ['done', good >= NEEDED]);
    }));
  });
});
