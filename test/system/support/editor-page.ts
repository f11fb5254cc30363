import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** A folder for pictures of what the tests see; none are taken without it. */
const PICTURES = process.env.PRON_TEST_PICTURES;

/** The part of the editor's own API that the tests use; it runs in the page. */
export interface Editor {
  readonly nodes: {
    node(id: string): EditorNode;
    eachNode(visit: (node: EditorNode) => void): void;
    /** The nodes as a deploy sends them. */
    createExportableNodeSet(nodes: readonly EditorNode[]): object[];
    /** Whether there is something to deploy. */
    dirty(isDirty: boolean): void;
  };
  readonly editor: { edit(node: EditorNode): void };
  readonly workspaces: { show(id: string): void };
  readonly sidebar: { readonly help: { show(type: string): void } };
}

export interface EditorNode {
  readonly id: string;
  readonly type: string;
  readonly valid: boolean;
  readonly [setting: string]: unknown;
}

declare const RED: Editor;

/** The editor in a browser of a language. */
export interface EditorPage {
  readonly page: Page;
  /** What the page has complained about: uncaught errors, and errors on the console. */
  readonly complaints: string[];
  /** Opens the dialog of a node and waits until it has slid in. */
  readonly open: (id: string) => Promise<void>;
  /** Presses Done. */
  readonly done: () => Promise<void>;
  /** Nodes that wear a red triangle, as "type id". */
  readonly invalid: () => Promise<string[]>;
  readonly reload: () => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Switches Node-RED's tips off: in version 5 the first one comes a second after the settings, and fails where the editor
 * has not drawn its place by then.
 */
async function withoutTips(page: Page): Promise<void> {
  await page.route(/\/settings\/user(\?|$)/, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    await route.fulfill({ json: { editor: { view: { 'view-show-tips': false } } } });
  });
}

/** Opens the editor and waits until it has loaded `nodes` nodes or more. */
export async function openEditor(browser: Browser, address: string, language: string, nodes: number): Promise<EditorPage> {
  const context = await browser.newContext({ locale: language, viewport: { width: 1500, height: 1300 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.setDefaultTimeout(60_000);
  await withoutTips(page);
  const load = async (go: () => Promise<unknown>): Promise<void> => {
    await go();
    await page.waitForSelector('.red-ui-palette-node[data-palette-type="pron-score"]', { state: 'attached' });
    await page.waitForFunction((count) => document.querySelectorAll('.red-ui-flow-node').length >= count, nodes);
  };
  await load(() => page.goto(address, { waitUntil: 'domcontentloaded' }));
  return {
    page,
    complaints,
    open: async (id) => {
      await page.evaluate((one) => {
        const node = RED.nodes.node(one);
        RED.workspaces.show(String(node['z']));
        RED.editor.edit(node);
      }, id);
      await page.waitForSelector('#dialog-form', { state: 'visible' });
      await page.waitForTimeout(500); // the tray slides in
    },
    done: async () => {
      await page.click('#node-dialog-ok');
      await page.waitForSelector('.red-ui-tray', { state: 'detached' });
    },
    invalid: () =>
      page.evaluate(() => {
        const found: string[] = [];
        RED.nodes.eachNode((node) => {
          if (!node.valid) found.push(`${node.type} ${node.id}`);
        });
        return found;
      }),
    reload: () => load(() => page.reload({ waitUntil: 'domcontentloaded' })),
    picture: async (name) => {
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${language}-${name}.png`) });
    },
    close: () => context.close(),
  };
}
