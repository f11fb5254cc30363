import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';

const WAYS = ['no filter', 'high tones stronger', 'smeared along time', 'smeared along the tones', 'blurred'];

export function lesson5(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 5)));

  for (const name of ['Korean, correct', 'English, correct']) {
    it(`draws "${name}" in five ways, and each keeps its score within 3 points`, async () => {
      const rows = await lesson.rowsOf(name);
      console.log(`      ${await lesson.saidOf(name)}`);
      assert.equal(new Set(WAYS.map((way) => rows[way]?.['default picture'])).size, WAYS.length);
      for (const way of WAYS) {
        assert.ok(Math.abs(numberOf(rows, way, 'default') - numberOf(rows, 'no filter', 'default')) <= 3, way);
      }
    });
  }

  for (const name of ['Korean, mispronounced', 'English, mispronounced']) {
    it(`gives "${name}" more points when it is blurred: errors are blurred as well`, async () => {
      const rows = await lesson.rowsOf(name);
      console.log(`      ${await lesson.saidOf(name)}`);
      assert.ok(numberOf(rows, 'blurred', 'default') - numberOf(rows, 'no filter', 'default') > 2);
    });
  }
}
