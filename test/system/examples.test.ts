import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowNode, RunningNodeRed } from './support/node-red';
import { ROOT, runNodeRed } from './support/node-red';

const FOLDER = join(ROOT, 'examples');
const OUR_NODES = ['mic', 'tts', 'noise', 'vad', 'mel', 'score', 'gain', 'time', 'play'].map((name) => `pron-${name}`);

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
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
    const numbered = files.filter((name) => name !== 'practice.json');
    OUR_NODES.forEach((type, i) => {
      const file = numbered.find((name) => name.startsWith(`0${i + 1} - `));
      assert.ok(file, `no example for ${type}`);
      assert.ok(read(file).some((node) => node.type === type), `${file} has no ${type}`);
    });
    assert.ok(files.includes('practice.json'));
  });

  it('are listed under Import > Examples', async () => {
    const answer = await fetch(`${red.address}/library/examples/flows/@makerspeech/node-red-pronunciation/`);
    const listed = await answer.text();
    for (const file of files) assert.ok(listed.includes(file.replace('.json', '')), `${file} is not in ${listed}`);
  });

  for (const file of files) {
    it(`"${file.replace('.json', '')}" needs no other palette and says what to do`, () => {
      const nodes = read(file);
      assert.deepEqual([...new Set(nodes.map(({ type }) => type))].filter((type) => !known.has(type)), []);
      const comment = nodes.find(({ type }) => type === 'comment');
      assert.ok(comment && String(comment.name).length > 20 && String(comment.info).length > 20);
      const ids = new Set(nodes.map(({ id }) => id));
      const wires = nodes.flatMap((node) => (node.wires ?? []) as string[][]).flat();
      assert.deepEqual(wires.filter((id) => !ids.has(id)), []);
    });

    it(`"${file.replace('.json', '')}" can be deployed without an error`, async () => {
      const before = red.log().length;
      await red.deploy(read(file));
      const said = red.log().slice(before);
      assert.doesNotMatch(said, /\[error\]|\[warn\]|missing/i);
    });
  }
});
