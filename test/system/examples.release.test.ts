import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { OUR_NODES } from '../support/our-nodes';
import type { FlowNode, RunningNodeRed } from './support/node-red';
import { ROOT, runNodeRed } from './support/node-red';

const FOLDER = join(ROOT, 'examples');
/** In the order of their examples. */
const NUMBERED = ['mic', 'tts', 'noise', 'vad', 'mel', 'score', 'gain', 'time', 'play', 'hear', 'class', 'voice', 'remote', 'worker'].map((name) => `pron-${name}`);

/** Folders whose flows need a palette, and what they use of it. The tab's description names it. */
const PALETTES: Readonly<Record<string, { readonly names: readonly string[]; readonly types: readonly string[] }>> = {
  dashboard: {
    names: ['@flowfuse/node-red-dashboard', '@makerspeech/node-red-dashboard-2-pronunciation'],
    types: ['ui-base', 'ui-theme', 'ui-page', 'ui-group', 'ui-pron-practice', 'ui-pron-class'],
  },
  gpio: { names: ['node-red-node-pi-gpio'], types: ['rpi-gpio in', 'rpi-gpio out'] },
};

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
const folderOf = (file: string): string => (dirname(file) === '.' ? '' : dirname(file));
const nameOf = (file: string): string => file.replace('.json', '').replaceAll(sep, '/');
const read = (file: string): FlowNode[] => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as FlowNode[];

describe('the example flows', function () {
  this.timeout(60_000);
  let red: RunningNodeRed;
  let known: ReadonlySet<string>;
  before(async () => {
    red = await runNodeRed();
    const answer = await fetch(`${red.address}/nodes`, { headers: { Accept: 'application/json' } });
    const sets = (await answer.json()) as { module: string; types: string[]; err?: string }[];
    assert.deepEqual(sets.filter(({ err }) => err).map(({ types, err }) => `${types.join()}: ${String(err)}`), []);
    const core = sets.filter(({ module }) => module === 'node-red').flatMap(({ types }) => types);
    known = new Set([...core, ...OUR_NODES, 'tab', 'group']);
  });
  after(() => red.stop());

  it('are one for each node, and the practice flow', () => {
    const numbered = files.filter((name) => folderOf(name) === '');
    NUMBERED.forEach((type, i) => {
      const file = numbered.find((name) => name.startsWith(`${String(i + 1).padStart(2, '0')} - `));
      assert.ok(file, `no example for ${type}`);
      assert.ok(read(file).some((node) => node.type === type), `${file} has no ${type}`);
    });
    assert.ok(files.includes(join('dashboard', 'Practice station.json')));
  });

  it('are listed under Import > Examples', async () => {
    for (const folder of new Set(files.map(folderOf))) {
      const answer = await fetch(`${red.address}/library/examples/flows/@makerspeech/node-red-pronunciation/${folder}`);
      const listed = ((await answer.json()) as (string | { fn: string })[]).flatMap((one) => (typeof one === 'string' ? [] : [one.fn]));
      const there = files.filter((file) => folderOf(file) === folder).map((file) => basename(file, '.json'));
      assert.deepEqual(listed.sort(), there.sort());
    }
  });

  for (const file of files) {
    const palette = PALETTES[folderOf(file)];
    it(`"${nameOf(file)}" needs ${palette ? `only ${palette.names.join(' and ')}` : 'no other palette'} and says what to do`, () => {
      const nodes = read(file);
      const allowed = new Set([...known, ...(palette?.types ?? [])]);
      assert.deepEqual([...new Set(nodes.map(({ type }) => type))].filter((type) => !allowed.has(type)), []);
      const tab = nodes.find(({ type }) => type === 'tab');
      for (const name of palette?.names ?? []) assert.ok(String(tab?.info).includes(name), `the tab does not name ${name}`);
      const comment = nodes.find(({ type }) => type === 'comment');
      assert.ok(comment && String(comment.name).length > 20 && String(comment.info).length > 20);
      const ids = new Set(nodes.map(({ id }) => id));
      const wires = nodes.flatMap((node) => (node.wires ?? []) as string[][]).flat();
      assert.deepEqual(wires.filter((id) => !ids.has(id)), []);
    });

    it(`"${nameOf(file)}" can be deployed without an error`, async () => {
      const before = red.log().length;
      await red.deploy(read(file));
      const said = red.log().slice(before);
      assert.doesNotMatch(said, /\[error\]|\[warn\]|missing/i);
    });
  }
});
