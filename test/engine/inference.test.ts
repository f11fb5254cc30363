import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenBackend } from '../../engine/backend-choice';
import { createInference, GraphRefusedError, type BackendName, type Graph } from '../../engine/inference';
import { packageRoot } from '../../base/package-root';
import { loadNativeRuntime, loadWasmRuntime, type Runtime } from '../../engine/runtimes';
import { randomMel } from './mels';
import { needsNative } from './needs-native';
import { rejection } from './waiting';

const ENCODER = readFileSync(join(packageRoot(), 'models', 'default.encoder.onnx'));

function absent(): Runtime {
  throw new Error("Cannot find module 'onnxruntime-node'");
}

/** A runtime that is there but takes no model. */
function refusing(message: string): () => Runtime {
  return () => ({
    ...loadWasmRuntime(),
    InferenceSession: { create: () => Promise.reject(new Error(message)) },
  });
}

async function embeddingOf(graph: Graph): Promise<Float32Array> {
  const { data, bands, frames } = randomMel(1, 3);
  const { embedding } = await graph.run({ mel: { data, dims: [1, bands, frames] } });
  assert.ok(embedding !== undefined);
  assert.deepEqual(embedding.dims, [1, 75, 192]);
  return embedding.data;
}

describe('inference', function () {
  this.timeout(30_000);

  it('is native where that works', async function () {
    needsNative(this);
    const inference = createInference();
    const graph = await inference.open(ENCODER);
    assert.equal(graph.backend, 'native');
    assert.equal(inference.reason, undefined);
    await graph.release();
  });

  it('gives the same numbers natively and by WebAssembly', async function () {
    needsNative(this);
    const graphs = [];
    for (const only of ['native', 'wasm'] as const) graphs.push(await createInference({ only }).open(ENCODER));
    assert.deepEqual(graphs.map((graph) => graph.backend), ['native', 'wasm']);
    const [native, wasm] = await Promise.all(graphs.map(embeddingOf));
    assert.ok(native !== undefined && wasm !== undefined);
    assert.ok(native.some((value) => Math.abs(value) > 0.01));
    native.forEach((value, i) => assert.ok(Math.abs(value - (wasm[i] ?? NaN)) < 1e-4, `value ${i}`));
    for (const graph of graphs) await graph.release();
  });

  it('keeps the memory of a run for the next one, unless that is not wanted', async () => {
    const asked: unknown[] = [];
    const runtime: Runtime = {
      ...loadWasmRuntime(),
      InferenceSession: { create: (_model: unknown, ...[options]: unknown[]) => Promise.reject(new Error(String(asked.push((options as { enableCpuMemArena?: boolean }).enableCpuMemArena)))) },
    };
    const inference = createInference({ only: 'wasm', load: { native: absent, wasm: () => runtime } });
    await assert.rejects(inference.open(ENCODER));
    await assert.rejects(inference.open(ENCODER, { keepsMemory: false }));
    assert.deepEqual(asked, [true, false]);
  });

  it('takes WebAssembly where the native package is not there, and says why', async () => {
    const inference = createInference({ load: { native: absent, wasm: loadWasmRuntime } });
    assert.equal((await inference.open(ENCODER)).backend, 'wasm');
    assert.match(inference.reason ?? '', /native: Cannot find module/);
  });

  it('takes WebAssembly where the native runtime opens no session, and does not try it again', async () => {
    let tries = 0;
    const native = (): Runtime => {
      tries++;
      return refusing('this CPU lacks something')();
    };
    const inference = createInference({ load: { native, wasm: loadWasmRuntime } });
    assert.equal((await inference.open(ENCODER)).backend, 'wasm');
    assert.equal((await inference.open(ENCODER)).backend, 'wasm');
    assert.equal(tries, 1);
    assert.match(inference.reason ?? '', /this CPU lacks something/);
  });

  it('stays native after a file that no runtime takes', async function () {
    needsNative(this);
    const inference = createInference();
    await assert.rejects(inference.open(Buffer.from('no model at all')), GraphRefusedError);
    assert.equal((await inference.open(ENCODER)).backend, 'native');
    assert.equal(inference.reason, undefined);
  });

  it('names both faults where no runtime is there', async () => {
    const missing = (): Runtime => {
      throw new Error('ort.node.min.js is missing');
    };
    const inference = createInference({ load: { native: absent, wasm: missing } });
    const error = await rejection(inference.open(ENCODER), 'PRON_NO_INFERENCE');
    assert.match(error.message, /onnxruntime-node.*ort\.node\.min\.js is missing/);
  });

  it('does not fall back where one runtime is asked for', async () => {
    const inference = createInference({ only: 'native', load: { native: absent, wasm: loadWasmRuntime } });
    await rejection(inference.open(ENCODER), 'PRON_NO_INFERENCE');
  });

  it('runs by WebAssembly from the three files that are packed and nothing else of their package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pron-wasm-'));
    try {
      const from = join(packageRoot(), 'node_modules', 'onnxruntime-web', 'dist');
      for (const file of ['ort.node.min.js', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm']) {
        assert.ok(existsSync(join(from, file)));
        cpSync(join(from, file), join(folder, file));
      }
      cpSync(join(packageRoot(), 'node_modules', 'onnxruntime-common'), join(folder, 'node_modules', 'onnxruntime-common'), { recursive: true });
      const graph = await createInference({ only: 'wasm', load: { native: loadNativeRuntime, wasm: () => loadWasmRuntime(folder) } }).open(ENCODER);
      assert.ok((await embeddingOf(graph)).every(Number.isFinite));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('chosenBackend', () => {
  it('follows the variable, then what happened before, then tries both', () => {
    const fault = '--avoid-native=native inference ended by SIGILL';
    const choices: [string | undefined, string[], BackendName | undefined][] = [
      [undefined, [], undefined],
      ['', [], undefined],
      ['wasm', [], 'wasm'],
      ['native', [fault], 'native'],
      [undefined, [fault], 'wasm'],
    ];
    for (const [variable, args, only] of choices) assert.equal(chosenBackend(variable, args).only, only);
    assert.equal(chosenBackend(undefined, [fault]).reason, 'native inference ended by SIGILL');
  });

  it('reports a value that it does not know with the first graph', async () => {
    const inference = createInference(chosenBackend('gpu', []));
    await rejection(inference.open(ENCODER), 'PRON_BAD_SETTING');
  });
});
