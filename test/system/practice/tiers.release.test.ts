import assert from 'node:assert/strict';
import { scoreOn, tryBundled } from './hands';
import { picture, stationOfTests } from './station';

/** Everything up to 90 is orange, and nothing is yellow or red. */
const TIERS = [{ from: 0, name: 'on the way', colour: 'orange' }, { from: 90, name: 'there', colour: 'green' }];
const colourOf = (score: number): string => (score >= 90 ? 'green' : 'orange');

describe('The practice page, when the tiers of the score node are edited', function () {
  this.timeout(120_000);
  const station = stationOfTests({ tiers: TIERS });

  it('colours score, words and attempts by them, and remembers them for the next visit', async () => {
    const { page, complaints, close } = await station.learner();
    for (const attempt of [1, 2]) {
      await tryBundled(page, attempt - 1);
      await page.waitForSelector('.pron-act[data-phase=idle]');
      await page.waitForSelector('.pron-score strong');
      const score = await scoreOn(page);
      assert.equal(await page.getAttribute('.pron-score', 'data-colour'), colourOf(score));
      // What is weak comes before the name of the tier.
      if ((await page.locator('.pron-word:not([data-state=right])').count()) === 0) {
        assert.match((await page.textContent('.pron-told')) ?? '', score >= 90 ? /there/ : /on the way/);
      }
      // What is shown is rounded: words beside the bound may be of either tier.
      const words = await page.$$eval('.pron-word[data-colour]', (found) =>
        found.map((word) => [parseInt(word.querySelector('small')?.textContent ?? '', 10), word.getAttribute('data-colour')] as const));
      assert.ok(words.length > 0);
      for (const [shown, colour] of words) if (shown !== 90) assert.equal(colour, colourOf(shown));
    }
    await picture(page, 'edited-tiers');
    const dots = (): Promise<(string | null)[]> => page.$$eval('.pron-dot', (found) => found.map((dot) => dot.getAttribute('data-colour')));
    const before = await dots();
    assert.ok(before.includes('orange'), before.join());
    await page.reload();
    await page.waitForSelector('.pron-dot', { state: 'attached' });
    assert.deepEqual(await dots(), before);
    await close();
    assert.deepEqual(complaints, []);
  });
});
