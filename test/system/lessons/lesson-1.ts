import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';

export function lesson1(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 1)));

  for (const recording of ['Korean', 'English']) {
    it(`moves no score of ${recording} by more than a point for 20 dB`, async () => {
      const rows = await lesson.rowsOf(recording);
      console.log(`      ${await lesson.saidOf(recording)}`);
      assert.equal(numberOf(rows, '20 dB louder', 'loudness') - numberOf(rows, 'quiet', 'loudness'), 20);
      assert.equal(numberOf(rows, '20 dB louder', 'clipped'), 0);
      for (const model of ['default', 'picture-gray', 'picture-colour']) {
        const moved = numberOf(rows, '20 dB louder', model) - numberOf(rows, 'quiet', model);
        assert.ok(Math.abs(moved) <= 1, `${model}: ${moved}`);
      }
    });
  }

  it('cuts off what is too loud, which moves the picture models by more than five points', async () => {
    const rows = await lesson.rowsOf('Korean');
    assert.ok(numberOf(rows, 'far too loud', 'clipped') >= 5);
    for (const model of ['picture-gray', 'picture-colour']) {
      assert.ok(Math.abs(numberOf(rows, 'far too loud', model) - numberOf(rows, 'quiet', model)) > 5, model);
    }
  });
}
