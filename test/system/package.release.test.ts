import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUR_NODES } from '../support/our-nodes';
import type { FlowNode, RunningNodeRed } from './support/node-red';
import { eventually, runNodeRed, temporaryFolder } from './support/node-red';
import type { Packed } from './support/pack';
import { npm, pack } from './support/pack';

const NAME = '@makerspeech/node-red-pronunciation';
const MAX_BYTES = 40e6;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A recording sent as one role's through the nodes; what the score node says is kept as `result`. */
const FLOW: readonly FlowNode[] = [
  { id: 't', type: 'tab', label: 'test' },
  ...[
    ['reference', 'ko-correct', 'reference'],
    ['same', 'ko-correct', 'learner'],
    ['silence', 'silence', 'learner'],
  ].map(([id, recording, role]) => ({
    id: String(id),
    type: 'inject',
    z: 't',
    props: [
      { p: 'filename', v: `\${PRONUNCIATION_RECORDINGS}/${String(recording)}.wav`, vt: 'env' },
      { p: 'pronunciation', v: JSON.stringify({ role }), vt: 'json' },
      { p: 'topic', v: id, vt: 'str' },
    ],
    wires: [['read']],
  })),
  { id: 'read', type: 'file in', z: 't', filename: 'filename', filenameType: 'msg', format: '', wires: [['noise']] },
  { id: 'noise', type: 'pron-noise', z: 't', wires: [['vad']] },
  { id: 'vad', type: 'pron-vad', z: 't', wires: [['mel']] },
  { id: 'mel', type: 'pron-mel', z: 't', wires: [['score']] },
  { id: 'score', type: 'pron-score', z: 't', wires: [['first'], ['second']] },
  ...['first', 'second'].map((id, i) => ({
    id,
    type: 'function',
    z: 't',
    func: `flow.set('result', { output: ${i + 1}, name: msg.topic, payload: msg.payload, score: msg.pronunciation.score });`,
    outputs: 0,
    wires: [],
  })),
  { id: 'failed', type: 'catch', z: 't', wires: [['error']] },
  { id: 'error', type: 'function', z: 't', func: "flow.set('result', { error: msg.error.message });", wires: [] },
  { id: 'in', type: 'http in', z: 't', url: '/result', method: 'get', wires: [['answer']] },
  { id: 'answer', type: 'function', z: 't', func: "msg.payload = flow.get('result') || {}; return msg;", wires: [['out']] },
  { id: 'out', type: 'http response', z: 't', wires: [] },
];

interface Result {
  readonly output: number;
  readonly name: string;
  readonly payload: unknown;
  readonly score: { readonly verdict: string; readonly value: number | null; readonly backend: string };
  readonly error?: string;
}

describe('the packed tarball, installed without optional dependencies into an empty user directory', function () {
  this.timeout(180_000);
  let folder: string;
  let packed: Packed;
  let red: RunningNodeRed | undefined;
  let installed: string;

  before(async () => {
    folder = temporaryFolder();
    packed = pack(folder);
    red = await runNodeRed({
      install: (userDir) => {
        writeFileSync(join(userDir, 'package.json'), '{ "name": "user-dir", "private": true }');
        npm(userDir, 'install', '--omit=optional', '--no-audit', '--no-fund', '--prefer-offline', packed.tarball);
      },
    });
    installed = join(red.userDir, 'node_modules');
  });
  after(async () => {
    await red?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function send(id: string): Promise<Result> {
    assert.ok(red);
    const { address } = red;
    await red.press(id);
    return eventually(`the result of ${id}`, async () => {
      const result = (await (await fetch(`${address}/result`)).json()) as Partial<Result>;
      if (result.error !== undefined) throw new Error(result.error);
      return result.name === id ? (result as Result) : undefined;
    });
  }

  it('carries what a user needs, and neither tests, training nor sources', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const wanted of [
      'LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md', 'bin/pronunciation.js', 'dist/cli/main.js',
      'dist/engine/child.js', 'dist/nodes/mic/icons/pron-mic.svg', 'dist/nodes/score/locales/ko/pron-score.json',
      'dist/nodes/score/locales/en-US/pron-score.html', 'examples/dashboard/Practice station.json', 'models/default.json',
      'practice/recordings/ko-correct.wav', 'vendor/onnxruntime-web/LICENSE',
    ]) {
      assert.ok(paths.includes(wanted), `${wanted} is not packed`);
    }
    const unwanted = paths.filter((path) => /(^|\/)(test|training|trials|tools|dist\/evaluation)\/|\.ts$|\.py$|\.npy$|\.map$/.test(path));
    assert.deepEqual(unwanted, []);
  });

  it('carries of onnxruntime-web the three files that run, their licence and their version', () => {
    const prefix = 'vendor/onnxruntime-web/';
    const vendored = packed.files.map(({ path }) => path).filter((path) => path.startsWith(prefix));
    assert.deepEqual(vendored.map((path) => path.slice(prefix.length)).sort(), [
      'LICENSE', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm', 'ort.node.min.js', 'package.json',
    ]);
  });

  it('takes at most 40 MB', () => {
    const bytes = filesBelow(installed).reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`      installed without optional dependencies: ${(bytes / 1e6).toFixed(1)} MB (at most 40)`);
    assert.ok(bytes <= MAX_BYTES);
    assert.equal(existsSync(join(installed, 'onnxruntime-node')), false);
  });

  it('gives Node-RED all nodes, without an error', async () => {
    assert.ok(red);
    const answer = await fetch(`${red.address}/nodes`, { headers: { Accept: 'application/json' } });
    const sets = (await answer.json()) as { module: string; types: string[]; err?: string }[];
    const ours = sets.filter(({ module }) => module === NAME);
    assert.deepEqual(ours.map(({ err }) => err).filter(Boolean), []);
    const types = ours.flatMap((set) => set.types).sort();
    assert.deepEqual(types, [...OUR_NODES].sort());
  });

  it('scores a message by the WebAssembly inference', async () => {
    assert.ok(red);
    await red.deploy(FLOW);
    await red.press('reference');
    const { output, payload, score } = await send('same');
    assert.equal(score.verdict, 'scored');
    assert.equal(score.backend, 'wasm');
    assert.equal(output, 1);
    assert.ok(typeof payload === 'number' && payload >= 70, `the same recording scores ${String(payload)}`);
  });

  it('refuses silence on the second output', async () => {
    const { output, payload } = await send('silence');
    assert.deepEqual([output, payload], [2, 'no-speech']);
  });
});
