import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { needsProgram } from '../support/programs';
import type { FlowNode, RunningNodeRed } from './support/node-red';
import { ROOT, runNodeRed } from './support/node-red';

/** A folder for pictures of what the test sees; none are taken without it. */
const PICTURES = process.env.PRON_TEST_PICTURES;
const LANGUAGES = ['en-US', 'ko'];
const TYPES = ['mic', 'tts', 'noise', 'vad', 'mel', 'score'].map((name) => `pron-${name}`);

const PRACTICE = JSON.parse(readFileSync(join(ROOT, 'examples', 'practice.json'), 'utf8')) as readonly FlowNode[];

/** A node just dropped from the palette has nothing but the defaults. */
const NEW_NODES: readonly FlowNode[] = [
  { id: 'new', type: 'tab', label: 'New' },
  ...TYPES.map((type, i) => ({ id: `new-${type}`, type, z: 'new', name: '', x: 200, y: 80 * (i + 1), wires: [[]] })),
];

/** The part of the editor's own API that the test uses; it runs in the page. */
interface Editor {
  readonly nodes: {
    node(id: string): { valid: boolean; type: string };
    eachNode(visit: (node: { id: string; type: string; valid: boolean }) => void): void;
  };
  readonly editor: { edit(node: unknown): void };
  readonly workspaces: { show(id: string): void };
}
declare const RED: Editor;

describe('the editor', function () {
  this.timeout(120_000);
  let red: RunningNodeRed;
  let browser: Browser;
  before(async function () {
    needsProgram(this, 'chromium');
    red = await runNodeRed({ flows: [...PRACTICE, ...NEW_NODES] });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await red?.stop();
  });

  for (const language of LANGUAGES) {
    describe(`in ${language}`, () => {
      let context: BrowserContext;
      let page: Page;
      const complaints: string[] = [];
      const picture = async (name: string): Promise<void> => {
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `${language}-${name}.png`) });
      };

      before(async () => {
        context = await browser.newContext({ locale: language, viewport: { width: 1500, height: 900 } });
        page = await context.newPage();
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
        });
        page.setDefaultTimeout(60_000);
        await page.goto(red.address, { waitUntil: 'domcontentloaded' });
        await page.waitForFunction(() => document.querySelectorAll('.red-ui-flow-node').length > 20);
        await page.waitForSelector('.red-ui-palette-node[data-palette-type="pron-score"]', { state: 'attached' });
      });
      after(() => context?.close());

      it('opens without an error, and shows the practice flow first', async () => {
        assert.equal((await page.textContent('.red-ui-tab.active .red-ui-tab-label'))?.trim(), 'Practice');
        await picture('workspace');
        assert.deepEqual(complaints, []);
      });

      it('has the six nodes in the category pronunciation, each with its label', async () => {
        const nodes = page.locator('.red-ui-palette-node[data-palette-type^="pron-"]');
        const labels = await nodes.evaluateAll((found) => found.map((node) => node.textContent?.trim() ?? ''));
        assert.equal(labels.length, TYPES.length);
        for (const label of labels) assert.match(label, /^[^.]+$/);
        if (language === 'en-US') assert.deepEqual(labels.sort(), TYPES.map((type) => type.slice(5)).sort());
      });

      it('finds every node of the practice flow, and every new one, valid', async () => {
        const invalid = await page.evaluate(() => {
          const found: string[] = [];
          RED.nodes.eachNode((node) => {
            if (!node.valid) found.push(`${node.type} ${node.id}`);
          });
          return found;
        });
        assert.deepEqual(invalid, []);
      });

      for (const type of TYPES) {
        it(`opens and closes the dialog of ${type}, with a text for every label`, async () => {
          const errorsBefore = complaints.length;
          await page.evaluate((id) => {
            RED.workspaces.show('new');
            RED.editor.edit(RED.nodes.node(id));
          }, `new-${type}`);
          await page.waitForSelector('#dialog-form', { state: 'visible' });
          // The tray slides in.
          await page.waitForTimeout(500);
          await picture(type);
          const text = await page.innerText('.red-ui-tray');
          assert.doesNotMatch(text, /\b(label|unit|option|button|validate|placeholder|status|hint|tip|errors)\.\w/);
          assert.equal(await page.locator('.red-ui-tray .input-error').count(), 0);
          await page.click('#node-dialog-ok');
          await page.waitForSelector('.red-ui-tray', { state: 'detached' });
          const valid = await page.evaluate((id) => RED.nodes.node(id).valid, `new-${type}`);
          assert.equal(valid, true);
          assert.deepEqual(complaints.slice(errorsBefore), []);
        });

        it(`has a help text for ${type}`, async () => {
          const answer = await page.evaluate(
            (name) => document.querySelector(`script[data-help-name="${name}"]`)?.textContent ?? '',
            type,
          );
          assert.ok(answer.trim().length > 100, `${type} has no help`);
        });
      }
    });
  }
});
