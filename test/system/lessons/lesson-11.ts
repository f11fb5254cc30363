import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type RunningNodeRed } from '../support/node-red';
import { openLesson, type OpenLesson, type Row } from './open-lesson';

const CLASS = 'the whole class';

export function lesson11(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 11)));

  const folder = (): string => join(red().userDir, 'pronunciation', 'classes', 'lesson 11');
  const rowsWith = (tries: number): Promise<Readonly<Record<string, Row>>> =>
    eventually(`${tries} tries of the class`, async () => {
      const rows = Object.fromEntries((await lesson.read()).rows.map((row) => [String(row.recording), row]));
      return rows[CLASS]?.tries === tries ? rows : undefined;
    });

  it('shows the teacher what each seat and the class find hard, as it happens', async () => {
    await lesson.press('the class reads');
    const rows = await rowsWith(3);
    console.log(`      ${Object.values(rows).map(({ recording, points }) => `${recording}: ${points}`).join(', ')}; ${await lesson.saidOf(CLASS)}`);
    assert.ok(Number(rows['seat 1']?.points) > Number(rows['seat 2']?.points));
    assert.equal(typeof rows['seat 3']?.points, 'string', 'a verdict: another sentence has no points');
    assert.match(await lesson.saidOf(CLASS), /^Hardest words: \S+ \(\d+\), /);
    await lesson.press('the class reads');
    assert.equal((await rowsWith(6))['seat 1']?.tries, 2);
  });

  it('tells a learner nothing', async () => {
    await lesson.press('a learner asks for it');
    const error = await eventually('a refusal', async () => (await lesson.read()).error || undefined);
    assert.match(error, /PIN/);
  });

  it('deletes everything, and shows that it is gone', async () => {
    assert.ok(readdirSync(folder()).length > 0);
    await lesson.press('delete everything');
    const rows = await rowsWith(0);
    assert.deepEqual(Object.keys(rows), [CLASS]);
    const left = existsSync(folder()) ? readdirSync(folder(), { recursive: true }) : [];
    console.log(`      left: ${left.join(', ') || 'nothing'}`);
  });
}
