import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';

const WHOLE = 'as it was said';

export function lesson9(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 9)));

  for (const [language, word] of [['Korean', '전기도'], ['English', 'never']] as const) {
    it(`lets the ear name the ${language} word that was cut out or said twice, which keeps the sentence below the highest tier`, async () => {
      const rows = await lesson.rowsOf(language);
      console.log(`      ${await lesson.saidOf(language)}`);
      assert.equal(rows[WHOLE]?.says, 'all words');
      assert.equal(rows['without a word']?.says, `left out: ${word}`);
      assert.match(String(rows['a word twice']?.says), new RegExp(`^added: ${word}$`, 'i'));
      for (const way of ['without a word', 'a word twice']) {
        assert.ok(numberOf(rows, WHOLE, 'ear') - numberOf(rows, way, 'ear') > 5, way);
        assert.notEqual(rows[way]?.['ear colour'], 'green', way);
      }
    });
  }

  it('shows that the sounds alone hardly mind an English word that is said twice', async () => {
    const rows = await lesson.rowsOf('English');
    assert.ok(numberOf(rows, WHOLE, 'sounds') - numberOf(rows, 'a word twice', 'sounds') < 3);
  });
}
