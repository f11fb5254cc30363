import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/chromium';
import { stationOfTests } from './station';

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('Lighthouse gives 100 for accessibility', function () {
  this.timeout(120_000);
  const station = stationOfTests({ pin: '24681357' });
  let browser: Browser;
  let port: number;
  before(async () => {
    port = await freePort();
    browser = await launchChromium([`--remote-debugging-port=${port}`]);
  });
  after(() => browser?.close());

  for (const name of ['practice', 'class']) {
    it(`to the page ${name}`, async () => {
      const { default: lighthouse } = await import('lighthouse');
      const { lhr } = (await lighthouse(new URL(`/dashboard/${name}`, station.red.address).href, { port, onlyCategories: ['accessibility'], logLevel: 'silent' })) ?? {};
      assert.ok(lhr, 'Lighthouse has no result');
      assert.deepEqual(Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1).map(({ id }) => id), []);
      assert.equal(lhr.categories.accessibility?.score, 1);
    });
  }
});
