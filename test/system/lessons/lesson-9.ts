import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, pointsOf, type OpenLesson } from './open-lesson';

const WHOLE = 'as it was said';

export function lesson9(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 9)));

  for (const [language, word] of [['Korean', '전기도'], ['English', 'never']] as const) {
    it(`lets the ear name the ${language} word that was cut out or said twice, which the sounds alone hardly notice`, async () => {
      const rows = await lesson.rowsOf(language);
      console.log(`      ${await lesson.saidOf(language)}`);
      assert.equal(rows[WHOLE]?.says, 'all words');
      assert.equal(rows['without a word']?.says, `left out: ${word}`);
      assert.match(String(rows['a word twice']?.says), new RegExp(`^added: ${word}$`, 'i'));
      const lost = (way: string, judge: string): number => numberOf(rows, WHOLE, judge) - pointsOf(rows, way, judge);
      for (const way of ['without a word', 'a word twice']) assert.ok(lost(way, 'ear') > lost(way, 'sounds') + 5, `${way}: ${lost(way, 'ear')}, ${lost(way, 'sounds')}`);
    });
  }
}
