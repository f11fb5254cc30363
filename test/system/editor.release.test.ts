import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { catalogueOf } from '../support/catalogue';
import { OUR_NODES } from '../support/our-nodes';
import { needsProgram } from '../support/programs';
import { openEditor, type EditorPage } from './support/editor-page';
import type { FlowNode, RunningNodeRed } from './support/node-red';
import { ROOT, runNodeRed } from './support/node-red';

/** What somebody may type into the search above the palette, and the nodes that it has to leave there. */
const SEARCHES = {
  'en-US': [
    ['pronunciation', 'pron-score'], ['speech', 'pron-hear pron-tts'], ['voice', 'pron-tts'], ['microphone', 'pron-mic'], ['silence', 'pron-vad'],
    ['spectrogram', 'pron-mel'], ['loudspeaker', 'pron-play'], ['noise', 'pron-noise'], ['volume', 'pron-gain'], ['speed', 'pron-time'],
  ],
  ko: [
    ['발음', 'pron-score'], ['음성', 'pron-hear pron-tts pron-vad'], ['목소리', 'pron-tts'], ['마이크', 'pron-mic'], ['무음', 'pron-vad'],
    ['스펙트로그램', 'pron-mel'], ['스피커', 'pron-play'], ['잡음', 'pron-noise'], ['음량', 'pron-gain'], ['속도', 'pron-time'],
  ],
} as const;
const LANGUAGES = ['en-US', 'ko'] as const;

const PRACTICE = JSON.parse(readFileSync(join(ROOT, 'examples', 'dashboard', 'Practice station.json'), 'utf8')) as readonly FlowNode[];

/** What a dialog is opened with besides the defaults, so that every row is seen once. */
const OTHER_CHOICES: Readonly<Record<string, object>> = {
  'pron-mic': { mode: 'silence' },
  'pron-tts': { engine: 'recording' },
  'pron-noise': { profile: 'first' },
  'pron-mel': { source: 'own', picture: 'magma' },
};

/** Like Node-RED's own mqtt nodes, these wear a red triangle until a broker is chosen. */
const BROKER: FlowNode = { id: 'new-broker', type: 'mqtt-broker', name: '', broker: '127.0.0.1', port: '1', protocolVersion: '5', keepalive: '60', autoConnect: false };
const MUST_CHOOSE: Readonly<Record<string, object>> = { 'pron-remote': { broker: BROKER.id }, 'pron-worker': { broker: BROKER.id } };

/** A node just dropped from the palette has nothing but the defaults, and what has to be chosen. */
const NEW_NODES: readonly FlowNode[] = [
  { id: 'new', type: 'tab', label: 'New' },
  BROKER,
  ...OUR_NODES.map((type, i) => ({ id: `new-${type}`, type, z: 'new', name: '', ...MUST_CHOOSE[type], x: 200, y: 80 * (i + 1), wires: [[]] })),
  ...Object.entries(OTHER_CHOICES).map(([type, choices], i) => (
    { id: `other-${type}`, type, z: 'new', name: '', ...choices, x: 500, y: 80 * (i + 1), wires: [[]] }
  )),
];

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
      let editor: EditorPage;
      before(async () => (editor = await openEditor(browser, red.address, language, 20)));
      after(() => editor?.close());

      it('opens without an error, and shows the practice flow first', async () => {
        assert.equal((await editor.page.textContent('.red-ui-tab.active .red-ui-tab-label'))?.trim(), 'Practice');
        await editor.picture('workspace');
        assert.deepEqual(editor.complaints, []);
      });

      it('has the nodes in the category pronunciation, each with its label', async () => {
        const nodes = editor.page.locator('.red-ui-palette-node[data-palette-type^="pron-"]');
        const labels = await nodes.evaluateAll((found) => found.map((node) => [node.getAttribute('data-palette-type'), node.getAttribute('data-palette-label')]));
        const wanted = OUR_NODES.map((type) => [type, catalogueOf(type, language)['paletteLabel']]);
        assert.deepEqual(labels.sort(), wanted.sort());
        await nodes.first().scrollIntoViewIfNeeded();
        await editor.picture('palette');
      });

      for (const [word, types] of SEARCHES[language]) {
        it(`shows ${types} where somebody searches the palette for ${word}, and the node by its type's name`, async () => {
          const search = editor.page.locator('#red-ui-palette-search input');
          const shown = async (text: string): Promise<string> => {
            await search.fill(text);
            await search.dispatchEvent('keyup');
            await editor.page.waitForTimeout(400); // the search waits until nobody types
            const nodes = editor.page.locator('.red-ui-palette-node[data-palette-type^="pron-"]:not([data-filter])');
            return (await nodes.evaluateAll((found) => found.map((node) => node.getAttribute('data-palette-type')))).sort().join(' ');
          };
          // Node-RED 5 looks at the name of the category, too.
          const found = (await shown(word)).split(' ');
          assert.deepEqual(types.split(' ').filter((type) => !found.includes(type)), []);
          const [type = ''] = types.split(' ');
          assert.equal(await shown(type), type);
          await shown('');
        });
      }

      it('finds every node of the practice flow, and every new one, valid', async () => {
        assert.deepEqual(await editor.invalid(), []);
      });

      for (const id of [...OUR_NODES.map((type) => `new-${type}`), ...Object.keys(OTHER_CHOICES).map((type) => `other-${type}`)]) {
        it(`opens and closes the dialog of ${id}, with a text for every label and none cut off`, async () => {
          const { page, complaints } = editor;
          const errorsBefore = complaints.length;
          await editor.open(id);
          await page.waitForLoadState('networkidle');
          await editor.picture(id);
          const text = await page.innerText('.red-ui-tray');
          assert.doesNotMatch(text, /\b(label|unit|option|button|validate|placeholder|status|hint|tip|errors|group|trial|models|reply)\.\w/);
          assert.equal(await page.locator('.red-ui-tray .input-error').count(), 0);
          const cut = await page.$$eval('#dialog-form label, #dialog-form legend, #dialog-form .pron-below', (found) =>
            found.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.textContent));
          assert.deepEqual(cut, []);
          const headings = await page.locator('.pron-group > legend:visible').count();
          assert.ok(headings >= 1, 'a heading for what belongs together');
          await editor.done();
          assert.deepEqual(await editor.invalid(), []);
          assert.deepEqual(complaints.slice(errorsBefore), []);
        });
      }

      for (const type of OUR_NODES) {
        it(`has a help text for ${type}`, async () => {
          const answer = await editor.page.evaluate(
            (name) => document.querySelector(`script[data-help-name="${name}"]`)?.textContent ?? '',
            type,
          );
          assert.ok(answer.trim().length > 100, `${type} has no help`);
        });
      }
    });
  }
});
