import assert from 'node:assert/strict';
import type { RunningNodeRed } from '../support/node-red';
import { numberOf, openLesson, type OpenLesson } from './open-lesson';
import { withPage } from './page';

export function lesson6(red: () => RunningNodeRed): void {
  let lesson: OpenLesson;
  before(async () => (lesson = await openLesson(red(), 6)));

  for (const language of ['Korean', 'English']) {
    it(`has what three models say of three ${language} recordings in one table, and the default one refuses another sentence, the gray pictures do not`, async () => {
      await lesson.press(language);
      await lesson.saidOf(`${language}, another sentence`);
      const { rows } = (await (await fetch(`${lesson.address}/data`)).json()) as { rows: Record<string, string | number>[] };
      const table = Object.fromEntries(rows.map((row) => [String(row.recording), row]));
      const of = (what: string) => table[`${language}, ${what}`] ?? {};
      for (const what of ['correct', 'mispronounced', 'another sentence']) console.log(`      ${what}: ${await lesson.saidOf(`${language}, ${what}`)}`);
      assert.equal(of('another sentence').default, 'wrong-sentence');
      assert.equal(typeof of('another sentence')['picture-gray'], 'number');
      const learner = { '': of('correct') };
      assert.ok(numberOf(learner, '', 'default') > numberOf({ '': of('mispronounced') }, '', 'default') + 10);
    });
  }

  it('shows points, refusals and the sentence about them on its page', async function () {
    await withPage(this, lesson.address, async (page) => {
      await page.waitForSelector('td.finding');
      const cells = await page.$$eval('tbody tr.first', (lines) => lines.map((line) => Array.from(line.children).map(({ textContent }) => textContent)));
      const another = cells.find(([name]) => name === 'Korean, another sentence');
      assert.deepEqual(another?.slice(0, 2), ['Korean, another sentence', 'wrong-sentence']);
      assert.match(String(another?.[2]), /^\d+\.\d$/);
      assert.match(await page.innerText('td.finding'), /^The default model gives \d/);
    });
  });
}
