import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../support/chromium';
import { needsProgram } from '../support/programs';
import { practiceFlow } from './practice/station';
import { npm, pack } from './support/pack';
import { ROOT, runNodeRed, temporaryFolder, type RunningNodeRed } from './support/node-red';

/** What Rollup tells of a file that it writes; only code has modules. */
interface Chunk {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

const NAME = '@makerspeech/node-red-dashboard-2-pronunciation';

describe('The packed practice page', function () {
  this.timeout(300_000);
  let folder = '';
  let red: RunningNodeRed | undefined;
  let paths: readonly string[] = [];

  before(async function () {
    needsProgram(this, 'chromium');
    folder = temporaryFolder();
    const [palette, page] = [pack(folder), pack(folder, 'page')];
    paths = page.files.map(({ path }) => path);
    red = await runNodeRed({
      install: (userDir) => {
        writeFileSync(join(userDir, 'package.json'), '{ "name": "user-dir", "private": true }');
        npm(userDir, 'install', '--omit=optional', '--no-audit', '--no-fund', '--prefer-offline', palette.tarball, page.tarball, '@flowfuse/node-red-dashboard@1');
      },
      flows: practiceFlow(),
    });
  });
  after(async () => {
    await red?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('carries the widget, its fonts and their licence, and no source', () => {
    for (const wanted of ['LICENSE', 'nodes/ui-pron-practice.js', 'nodes/ui-pron-class.js', 'nodes/widget.js', 'nodes/locales/ko/ui-pron-practice.html', 'resources/ui-pron-practice.umd.js', 'resources/fonts/LICENSE']) {
      assert.ok(paths.includes(wanted), `${wanted} is not packed`);
    }
    assert.ok(paths.some((path) => path.endsWith('.woff2')));
    assert.deepEqual(paths.filter((path) => /\.(ts|vue|map)$/.test(path)), []);
  });

  it('carries the licence of every library that is in its bundle', async () => {
    const { build } = await import('vite');
    const bundled = new Set<string>();
    const watch = {
      name: 'watch',
      generateBundle: (_: unknown, bundle: Readonly<Record<string, Chunk>>) => {
        for (const chunk of Object.values(bundle)) {
          for (const [module, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
            const name = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1];
            if (name !== undefined && renderedLength > 0) bundled.add(name);
          }
        }
      },
    };
    await build({ configFile: join(ROOT, 'page', 'vite.config.mjs'), plugins: [watch as never], build: { write: false } });
    const notes = readFileSync(join(ROOT, 'page', 'resources', 'LICENCES.txt'), 'utf8').split(/^-{80}$/m).map((note) => note.trim());
    const named = notes.map((note) => /^(\S+) \d+\.\d+\.\d+\nLicence: \S+\n\n[^]{400,}/.exec(note)?.[1]);
    assert.ok(bundled.size >= 4);
    assert.deepEqual(named, [...bundled].sort());
    assert.ok(paths.includes('resources/LICENCES.txt'));
  });

  it('holds nothing that only Node.js has', () => {
    assert.doesNotMatch(readFileSync(join(ROOT, 'page', 'resources', 'ui-pron-practice.umd.js'), 'utf8'), /node:crypto|timingSafeEqual|__vite-browser-external/);
  });

  it('is a node without an error, and shows the page in a user\'s own Node-RED', async () => {
    assert.ok(red);
    const answer = await fetch(`${red.address}/nodes`, { headers: { Accept: 'application/json' } });
    const sets = (await answer.json()) as { module: string; types: string[]; err?: string }[];
    const own = sets.filter(({ module }) => module === NAME);
    assert.deepEqual(own.map(({ types, err }) => [types, err]), [[['ui-pron-class'], undefined], [['ui-pron-practice'], undefined]]);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`${red.address}/dashboard/practice`);
      await page.waitForSelector('.pron-main');
      const font = await page.evaluate(async () => (await document.fonts.load('20px "Noto Sans KR Variable"', '한')).length);
      assert.ok(font > 0, 'the font for Korean comes with the page');
    } finally {
      await browser.close();
    }
  });
});
