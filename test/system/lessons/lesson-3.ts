import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, pointsOf, type OpenLesson } from './open-lesson';

export function lesson3(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 3)));

  for (const language of ['Korean', 'English']) {
    it(`lets noise before ${language} speech cost points, and names the filter as the first to use`, async () => {
      const name = `${language}, noise first`;
      const rows = await lesson.rowsOf(name);
      const said = await lesson.saidOf(name);
      console.log(`      ${said}`);
      assert.match(said, /^Best here: filter, then trim\./);
      // The default model's mel trims as well, and its network knows noise: it loses little.
      const lost = (model: string): number => pointsOf(rows, 'filter, then trim', model) - pointsOf(rows, 'as it came', model);
      assert.ok(lost('default') > 1 && lost('default') < 5, `${lost('default')}`);
      assert.ok(lost('picture-gray') > 20, `${lost('picture-gray')}`);
      // In noise there is nothing that trimming could find.
      assert.equal(numberOf(rows, 'trim, then filter', 'seconds'), numberOf(rows, 'as it came', 'seconds'));
      assert.ok(numberOf(rows, 'filter, then trim', 'seconds') < numberOf(rows, 'as it came', 'seconds') - 2);
    });

    it(`names trimming as the first where a quiet place comes before ${language} speech`, async () => {
      const name = `${language}, quiet first`;
      await lesson.rowsOf(name);
      const said = await lesson.saidOf(name);
      console.log(`      ${said}`);
      assert.match(said, /^Best here: trim, then filter\./);
    });
  }
}
