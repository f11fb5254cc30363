import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { openLesson, pointsOf, type OpenLesson } from './open-lesson';

const VOICE = 'against the voice';
const TEACHER = 'against the teacher';

export function lesson8(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 8)));

  for (const language of ['Korean', 'English']) {
    const gain = async (what: string, model: string): Promise<number> => {
      const rows = await lesson.rowsOf(`${language}: ${what}`, `${language}, ${what}`);
      return pointsOf(rows, TEACHER, model) - pointsOf(rows, VOICE, model);
    };

    it(`gives the same ${language} speaker with errors more points against the recorded reference, by every model`, async () => {
      for (const model of ['default', 'picture-gray', 'picture-colour']) assert.ok((await gain('with errors', model)) > 1, model);
      console.log(`      ${await lesson.saidOf(`${language}, with errors`)}`);
    });

    it(`gives a second ${language} take more by the picture models; the default one has nothing left to give`, async () => {
      for (const model of ['picture-gray', 'picture-colour']) assert.ok((await gain('second take', model)) > 4, model);
      assert.ok(Math.abs(await gain('second take', 'default')) < 3);
      console.log(`      ${await lesson.saidOf(`${language}, second take`)}`);
    });

    it(`refuses another ${language} sentence against both references by the default model`, async () => {
      const rows = await lesson.rowsOf(`${language}: another sentence`, `${language}, another sentence`);
      for (const way of [VOICE, TEACHER]) assert.equal(rows[way]?.default, 'wrong-sentence');
    });
  }
}
