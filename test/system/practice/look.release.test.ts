import assert from 'node:assert/strict';
import { tryBundled } from './hands';
import { picture, stationOfTests } from './station';

const SIZES = { phone: [390, 844], touch: [800, 480], laptop: [1366, 768], projector: [1920, 1080] } as const;
const LOCALES = ['en-US', 'ko-KR'];

describe('The practice station', function () {
  this.timeout(120_000);
  const station = stationOfTests();

  for (const locale of LOCALES) {
    it(`fits on a phone, a touch screen, a laptop and a projector in ${locale}`, async () => {
      const { page, complaints, close } = await station.learner({ locale });
      assert.equal(await page.getAttribute('html', 'lang'), locale.slice(0, 2));

      /** Looks at the page as it is now, at every size. */
      const look = async (state: string): Promise<void> => {
        for (const [name, [width, height]] of Object.entries(SIZES)) {
          await page.setViewportSize({ width, height });
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(beyond <= 0, `${name}, ${state}: ${beyond} pixels are cut off at the side`);
          await picture(page, `practice-${name}-${locale}-${state}`);
        }
      };

      await look('begin');
      for (const [i, state] of ['scored', 'mispronounced', 'refused'].entries()) {
        await tryBundled(page, i);
        await page.waitForFunction((scored) => {
          const text = document.querySelector('.pron-score')?.textContent ?? '';
          return text !== '' && Boolean(document.querySelector('.pron-score strong')) === scored;
        }, i < 2);
        await look(state);
      }
      await page.click('.pron-main');
      await page.waitForSelector('.pron-stop');
      await look('recording');
      assert.ok(await page.locator('.pron-stop').isVisible());
      await page.click('.pron-stop');
      await page.waitForSelector('.pron-result .pron-score');
      for (const [name, button] of [['settings', '.pron-settings'], ['sentences', '.pron-chosen']] as const) {
        await page.click(button);
        await look(name);
        await page.keyboard.press('Escape');
      }
      await close();
      assert.deepEqual(complaints, []);
    });
  }

  it('speaks one language at a time: no text is missing', async () => {
    const { page, close } = await station.learner({ locale: 'ko-KR' });
    const text = await page.innerText('.pron');
    assert.doesNotMatch(text.replaceAll(/Node-RED|English|HTTPS|docs\/https\.md|Korean_FA|Apache-2\.0|LJ Speech|speechocean762|Zhang/g, ''), /[A-Za-z]{4,}|undefined|\{\{/);
    await close();
  });
});
