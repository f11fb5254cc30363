import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { microphoneThatHears, type FakeMicrophone } from '../support/fake-microphone';
import { needsProgram } from '../support/programs';
import { syntheticSpeech } from '../support/synthetic-speech';
import { openEditor, type Editor, type EditorPage } from './support/editor-page';
import type { FlowNode, RunningNodeRed } from './support/node-red';
import { ROOT, runNodeRed } from './support/node-red';

declare const RED: Editor;

const fixture = (name: string): readonly FlowNode[] =>
  JSON.parse(readFileSync(join(ROOT, 'test', 'fixtures', 'flows', name), 'utf8')) as readonly FlowNode[];

/** A flow that was saved by the first version of every node, before 0.1.0. */
const FIRST_VERSION = fixture('first-version.json');
/** Every node with settings of its own, as version 0.1.0 saved it: `sessions` is called `maxSessions` now. */
const VERSION_0_1_0 = fixture('version-0.1.0.json');
const FLOWS: readonly FlowNode[] = [...FIRST_VERSION, ...VERSION_0_1_0, { id: 'empty', type: 'tab', label: 'Empty' }];

/** A setting of each node and what it is changed to. */
const CHANGES = [
  ['pron-mic', 'maxSeconds', '20'],
  ['pron-tts', 'rate', '150'],
  ['pron-noise', 'strength', '80'],
  ['pron-vad', 'topDb', '25'],
  ['pron-mel', 'picture', 'gray'],
  ['pron-score', 'waitSeconds', '10'],
  ['pron-gain', 'gainDb', '3'],
  ['pron-time', 'waitSeconds', '5'],
  ['pron-play', 'device', 'plughw:CARD=Box,DEV=0'],
  ['pron-class', 'seats', '24'],
] as const;

/** Takes a node from the palette and drops it on the workspace with the mouse; returns its id. */
async function drop(page: Page, type: string, x: number, y: number): Promise<string> {
  const idsOf = (): Promise<string[]> =>
    page.evaluate((wanted) => {
      const ids: string[] = [];
      RED.nodes.eachNode((node) => {
        if (node.type === wanted) ids.push(node.id);
      });
      return ids;
    }, type);
  const before = await idsOf();
  const source = page.locator(`.red-ui-palette-node[data-palette-type="${type}"]`);
  await source.scrollIntoViewIfNeeded();
  const box = await source.boundingBox();
  const sheet = await page.locator('#red-ui-workspace-chart').boundingBox();
  assert.ok(box !== null && sheet !== null);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(sheet.x + x, sheet.y + y, { steps: 8 });
  await page.mouse.up();
  const dropped = (await idsOf()).filter((id) => !before.includes(id));
  assert.equal(dropped.length, 1, `${type} was dropped`);
  return dropped[0] ?? '';
}

async function deploy(page: Page): Promise<void> {
  const posted = page.waitForResponse((response) => response.url().endsWith('/flows') && response.request().method() === 'POST');
  await page.click('#red-ui-header-button-deploy');
  assert.ok((await posted).ok());
}

/** Settings that came after version 0.1.0, with their defaults. */
const LATER: Readonly<Record<string, object>> = {
  'pron-mic': { recorder: 'automatic' },
  'pron-tts': { address: '', model: '', speaker: '', command: '', takes: 'newest' },
  'pron-score': { maxReferences: '1' },
};

describe('the editor in use, at /red', function () {
  this.timeout(120_000);
  let red: RunningNodeRed;
  let browser: Browser;
  let editor: EditorPage;
  let microphone: FakeMicrophone;

  before(async function () {
    needsProgram(this, 'chromium', 'arecord');
    microphone = microphoneThatHears(Int16Array.from(syntheticSpeech(), (x) => Math.round(32767 * x)));
    red = await runNodeRed({ flows: FLOWS, adminRoot: '/red' });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await red?.stop();
    microphone?.remove();
  });

  describe('with nodes that are dragged from the palette', () => {
    const ids = new Map<string, string>();
    before(async () => {
      editor = await openEditor(browser, red.address, 'en-US', FIRST_VERSION.length - 1);
      await editor.page.evaluate(() => RED.workspaces.show('empty'));
    });
    after(() => editor?.close());

    for (const [index, [type, setting, value]] of CHANGES.entries()) {
      it(`takes a ${type}, and a new value for its ${setting}`, async () => {
        const { page } = editor;
        const id = await drop(page, type, 200, 60 + 70 * index);
        ids.set(type, id);
        await page.dblclick(`[id="${id}"]`);
        await page.waitForSelector('#dialog-form', { state: 'visible' });
        await page.waitForTimeout(500);
        const input = page.locator(`#node-input-${setting}`);
        if (setting === 'picture') await input.selectOption(value);
        else await input.fill(value);
        await editor.done();
      });
    }

    it('has them after a deploy and a reload as they were left, with no red triangle and no complaint', async () => {
      const { page, complaints } = editor;
      assert.equal(ids.size, CHANGES.length);
      await deploy(page);
      await editor.reload();
      await page.evaluate(() => RED.workspaces.show('empty'));
      assert.deepEqual(await editor.invalid(), []);
      assert.equal(await page.locator('.red-ui-flow-node-error:visible').count(), 0);
      for (const [type, setting, value] of CHANGES) {
        const id = ids.get(type) ?? '';
        const kept = await page.evaluate(([one, name]) => RED.nodes.node(String(one))[String(name)], [id, setting]);
        assert.equal(String(kept), value, type);
        await editor.open(id);
        assert.equal(await page.inputValue(`#node-input-${setting}`), value, type);
        await editor.done();
      }
      await editor.picture('dragged');
      assert.deepEqual(complaints, []);
    });
  });

  describe('with a flow of the first version', () => {
    before(async () => (editor = await openEditor(browser, red.address, 'en-US', FIRST_VERSION.length - 1)));
    after(() => editor?.close());

    it('finds it valid', async () => {
      assert.deepEqual(await editor.invalid(), []);
    });

    for (const { id, type } of FIRST_VERSION.filter((node) => node.type !== 'tab')) {
      it(`shows the defaults of what a ${type} lacks, and saves them`, async () => {
        const { page } = editor;
        await editor.open(id);
        assert.equal(await page.locator('.red-ui-tray .input-error').count(), 0);
        const empty = await page.$$eval('#dialog-form input[type=number], #dialog-form select', (inputs) =>
          inputs.filter((input) => (input as HTMLInputElement).value === '' && input.id.startsWith('node-input-')).map(({ id: name }) => name));
        assert.deepEqual(empty, []);
        await editor.done();
        assert.deepEqual(await editor.invalid(), []);
        assert.deepEqual(editor.complaints, []);
      });
    }
  });

  describe('with a flow of version 0.1.0', () => {
    before(async () => (editor = await openEditor(browser, red.address, 'en-US', FIRST_VERSION.length - 1)));
    after(() => editor?.close());

    it('finds it valid, with the renamed settings moved on', async () => {
      assert.deepEqual(await editor.invalid(), []);
      const kept = await editor.page.evaluate(() =>
        ['score', 'time'].map((name) => RED.nodes.node(`version-0-1-0-${name}`)).map((node) => [node['maxSessions'], node['sessions'], node['configVersion']]));
      assert.deepEqual(kept.map((values) => values.map((value) => value ?? null)), [['70', null, 2], ['70', null, 2]]);
    });

    for (const { id, type } of VERSION_0_1_0.filter((node) => node.type !== 'tab')) {
      it(`opens the dialog of a ${type}, and leaves its settings as they are`, async () => {
        const { page } = editor;
        const before = await page.evaluate((one) => JSON.stringify(RED.nodes.createExportableNodeSet([RED.nodes.node(one)])), id);
        await editor.open(id);
        await page.waitForLoadState('networkidle');
        assert.equal(await page.locator('.red-ui-tray .input-error').count(), 0);
        await editor.picture(`version-0.1.0-${type}`);
        await editor.done();
        const after = await page.evaluate((one) => JSON.stringify(RED.nodes.createExportableNodeSet([RED.nodes.node(one)])), id);
        const [saved] = JSON.parse(before) as [object];
        // A setting that came later is added with its default.
        assert.deepEqual(JSON.parse(after), [{ ...saved, ...LATER[type] }]);
      });
    }

    it('deploys it, and Node-RED then holds the new names', async () => {
      const { page, complaints } = editor;
      await page.evaluate(() => RED.nodes.dirty(true));
      await deploy(page);
      const flows = (await (await page.request.get(`${red.address}/flows`)).json()) as FlowNode[];
      const score = flows.find(({ id }) => id === 'version-0-1-0-score');
      assert.deepEqual([score?.['maxSessions'], score?.['sessions'], score?.['configVersion']], ['70', undefined, 2]);
      assert.deepEqual(complaints, []);
    });
  });

  for (const language of ['en-US', 'ko']) {
    describe(`with the help texts in ${language}`, () => {
      before(async () => (editor = await openEditor(browser, red.address, language, FIRST_VERSION.length - 1)));
      after(() => editor?.close());

      for (const [type] of CHANGES) {
        it(`shows the picture of a flow with a ${type}`, async () => {
          const { page } = editor;
          await page.evaluate((one) => RED.sidebar.help.show(one), type);
          const picture = page.locator(`.red-ui-help img[src$="${type}.svg"]`);
          await picture.waitFor();
          await page.waitForFunction((img) => (img as HTMLImageElement).naturalWidth > 100, await picture.elementHandle());
          await editor.picture(`help-${type}`);
          assert.deepEqual(editor.complaints, []);
        });
      }
    });

    describe(`trying things out in ${language}`, () => {
      const idOf = (type: string): string => FIRST_VERSION.find((node) => node.type === type)?.id ?? '';
      before(async () => (editor = await openEditor(browser, red.address, language, FIRST_VERSION.length - 1)));
      after(() => editor?.close());
      afterEach(() => editor.done());

      it('hears the microphone that the dialog names', async () => {
        const { page } = editor;
        await editor.open(idOf('pron-mic'));
        await page.fill('#node-input-device', microphone.device);
        await page.click('#pron-mic-test');
        const heard = page.locator('#pron-mic-heard[data-look="done"]');
        await heard.waitFor();
        await editor.picture('mic-heard');
        const text = await heard.innerText();
        assert.match(text, /dBFS.*dBFS/);
        assert.match(text, language === 'ko' ? /^좋습니다/ : /^Fine/);
        assert.match(text, language === 'ko' ? /깨짐: 없음/ : /Clipping: none/);
      });

      it('says in the editor\'s language why a device can\'t be heard', async () => {
        const { page } = editor;
        await editor.open(idOf('pron-mic'));
        await page.fill('#node-input-device', 'nobody');
        await page.click('#pron-mic-test');
        const failed = page.locator('#pron-mic-heard[data-look="failed"]');
        await failed.waitFor();
        await editor.picture('mic-failed');
        assert.match(await failed.innerText(), language === 'ko' ? /마이크 nobody이\(가\) 없습니다/ : /There is no microphone nobody/);
        await page.fill('#node-input-device', 'default');
      });

      it('lists the voices and speaks with the one that is chosen', async () => {
        const { page } = editor;
        await editor.open(idOf('pron-tts'));
        const choice = page.locator('#pron-tts-voices button', { hasText: 'ko+f3' });
        await choice.click();
        assert.equal(await page.inputValue('#node-input-voice'), 'ko+f3');
        assert.equal(await choice.getAttribute('aria-pressed'), 'true');
        await page.click('#pron-tts-speak');
        const audio = page.locator('#pron-tts-spoken audio');
        await audio.waitFor();
        await page.waitForFunction(() => (document.querySelector('#pron-tts-spoken audio') as HTMLAudioElement).duration > 0.5);
        await editor.picture('tts-spoken');
        assert.match(await page.innerText('#pron-tts-spoken'), /안녕하세요/);
      });

      it('shows what is known of the model that is chosen', async () => {
        const { page } = editor;
        await editor.open(idOf('pron-score'));
        await page.locator('#pron-score-models button', { hasText: 'picture-gray' }).click();
        assert.match(await page.innerText('#pron-score-model-facts'), /0\.51[\s\S]*98 %[\s\S]*Apache-2\.0/);
        await page.locator('#pron-score-models button', { hasText: 'default' }).click();
        assert.match(await page.innerText('#pron-score-model-facts'), /0\.82/);
      });
    });
  }
});
