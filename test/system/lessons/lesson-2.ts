import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, pointsOf, type OpenLesson } from './open-lesson';

const BEFORE = 'before';
const AFTER = 'after the filter';

export function lesson2(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 2)));

  for (const name of ['white noise', 'pink noise']) {
    it(`makes the pauses at least 10 dB quieter in ${name} of 10 dB, and the words a little cleaner`, async () => {
      const recording = `Korean, ${name}`;
      const rows = await lesson.rowsOf(name, recording);
      console.log(`      ${await lesson.saidOf(recording)}`);
      assert.ok(Math.abs(numberOf(rows, BEFORE, 'clean') - 10) < 0.1);
      assert.ok(numberOf(rows, AFTER, 'pause') - numberOf(rows, BEFORE, 'pause') >= 10);
      assert.ok(numberOf(rows, AFTER, 'clean') > numberOf(rows, BEFORE, 'clean'));
      assert.ok(pointsOf(rows, AFTER, 'picture-gray') - pointsOf(rows, BEFORE, 'picture-gray') > 10);
      assert.notEqual(rows[BEFORE]?.waveform, rows[AFTER]?.waveform);
      assert.notEqual(rows[BEFORE]?.['default picture'], rows[AFTER]?.['default picture']);
    });
  }

  it('makes the pauses of English at least 10 dB quieter too', async () => {
    const rows = await lesson.rowsOf('English, white noise');
    assert.ok(numberOf(rows, AFTER, 'pause') - numberOf(rows, BEFORE, 'pause') >= 10);
  });

  it('costs a clean recording at most 2 points', async () => {
    const rows = await lesson.rowsOf('clean', 'Korean, clean');
    console.log(`      ${await lesson.saidOf('Korean, clean')}`);
    for (const model of ['default', 'picture-gray', 'picture-colour']) {
      assert.ok(numberOf(rows, BEFORE, model) - numberOf(rows, AFTER, model) <= 2, model);
    }
  });
}
