import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';

const [SAID, HIGHER, SLOWER, ASKED] = ['as it was said', 'a higher voice', 'more slowly', 'as a question'];

export function lesson10(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 10)));

  for (const language of ['Korean', 'English']) {
    it(`tells a question, a slow learner and a higher voice apart in ${language}`, async () => {
      const rows = await lesson.rowsOf(language);
      console.log(`      ${await lesson.saidOf(language)}`);
      const pitch = numberOf(rows, HIGHER, 'hz') / numberOf(rows, SAID, 'hz');
      assert.ok(Math.abs(pitch - 1.12) < 0.03, `${pitch} times the pitch`);
      assert.equal(rows[HIGHER]?.end, rows[SAID]?.end, 'the same melody');
      assert.notEqual(rows[SAID]?.end, 'rising');
      assert.equal(rows[ASKED]?.end, 'rising');
      assert.equal(numberOf(rows, SAID, 'pace'), 100);
      assert.ok(Math.abs(numberOf(rows, SLOWER, 'pace') - 100 / 1.3) < 5, `${numberOf(rows, SLOWER, 'pace')} %`);
      for (const way of [SAID, HIGHER, SLOWER, ASKED]) assert.match(String(rows[way]?.melody), /^data:image\/svg/);
    });

    it(`gives a question in ${language} nearly the points of a statement: melody is not among them`, async () => {
      const rows = await lesson.rowsOf(language);
      assert.ok(numberOf(rows, SAID, 'default') - numberOf(rows, ASKED, 'default') < 10);
    });
  }
}
