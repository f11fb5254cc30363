import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';

export function lesson4(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 4)));

  for (const recording of ['Korean', 'English']) {
    it(`gives ${recording} back at least half of what a very slow or fast pace has cost`, async () => {
      const rows = await lesson.rowsOf(recording);
      console.log(`      ${await lesson.saidOf(recording)}`);
      for (const pace of ['twice as slow', 'twice as fast']) {
        const lost = numberOf(rows, 'as recorded', 'default') - numberOf(rows, pace, 'default');
        const back = numberOf(rows, `${pace}, brought back`, 'default') - numberOf(rows, pace, 'default');
        assert.ok(lost > 2, `${pace} costs ${lost}`);
        assert.ok(back >= lost / 2, `${pace}: ${back} of ${lost}`);
      }
    });

    it(`takes at most a point from ${recording} said 1.3 times slower, so that nothing has to come back`, async () => {
      const rows = await lesson.rowsOf(recording);
      const points = ['as recorded', '1.3 times slower', '1.3 times slower, brought back'].map((way) => numberOf(rows, way, 'default'));
      assert.ok(Math.max(...points) - Math.min(...points) <= 1, points.join());
    });
  }
}
