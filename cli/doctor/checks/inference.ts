import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { childArguments } from '../../../engine/backend-choice';
import { startProcess } from '../../../engine/engine-process';
import type { BackendName } from '../../../engine/inference';
import { findModel } from '../../../models/store';
import { createSupervisor, type Supervisor } from '../../../engine/supervisor';
import type { Check } from '../check';
import { ok, problem, warning, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { textOf } from '../machine-files';
import { tryModel, stoppingOnAbort, type Tried } from '../recordings';
import { hasNativeBinary } from './system';

const DEFAULT_MODEL = 'default';
/** A recording compared with itself is nearly perfect by any model that works. */
const LEAST_SAME = 90;
const REINSTALL = 'Install the package again: npm install in the folder where it was installed.';
const SUBJECTS: Readonly<Record<BackendName, string>> = { native: 'native inference', wasm: 'WebAssembly' };

async function tryDefault(engine: Supervisor): Promise<Tried> {
  return tryModel(engine, (await findModel(DEFAULT_MODEL)).manifest, []);
}

/** npm leaves an optional package out without a word where its script can't download what it wants, behind a proxy say. */
const MISSING = /Cannot find module 'onnxruntime-node'/;

/** What to do without native inference. The script only downloads parts for graphics cards. @param reason why there is none */
export function withoutNative(reason: string): string {
  if (!MISSING.test(reason) || !hasNativeBinary()) return 'Leave it: WebAssembly gives the same scores, only slower.';
  const { optionalDependencies } = JSON.parse(textOf(join(packageRoot(), 'package.json')) ?? '') as { readonly optionalDependencies: Readonly<Record<string, string>> };
  const [folder = ''] = packageRoot().split(/[\\/]node_modules[\\/]/);
  return `Scores are the same, only slower; for speed install it without its script: npm install --ignore-scripts --prefix ${folder} onnxruntime-node@${optionalDependencies['onnxruntime-node']}.`;
}

async function native(engine: Supervisor): Promise<Finding> {
  const tried = await tryDefault(engine);
  const { backend, backendReason = 'unknown reason' } = tried.same;
  if (backend === 'native') return judged(tried);
  return warning(SUBJECTS.native, `It is not used: ${backendReason.replace(/\.$/, '')}.`, withoutNative(backendReason), { reason: backendReason });
}

/** Uses an engine of its own, unless the shared one already runs WebAssembly, which takes seconds to load. */
async function wasm(shared: Supervisor, signal: AbortSignal): Promise<Finding> {
  const tried = await tryDefault(shared).catch(() => undefined);
  if (tried?.same.backend === 'wasm') return judged(tried);
  const args = childArguments('WebAssembly alone is tried');
  const engine = createSupervisor({ start: (_args, listeners) => startProcess(args, listeners) });
  try {
    return judged(await stoppingOnAbort(engine, signal, () => tryDefault(engine)));
  } finally {
    await engine.stop();
  }
}

function judged({ same, other }: Tried): Finding {
  const { backend, value } = same;
  const comparisonMs = Math.ceil(Math.max(same.ms, other.ms));
  const facts = { backend, value, otherVerdict: other.verdict, comparisonMs };
  if (value !== null && value >= LEAST_SAME && other.verdict === 'wrong-sentence') {
    return ok(SUBJECTS[backend], `It scores the bundled recordings correctly, in at most ${comparisonMs} ms each.`, facts);
  }
  const says = `The bundled recording gets ${value ?? 'no'} points against itself, another sentence the verdict ${other.verdict}.`;
  return problem(SUBJECTS[backend], says, REINSTALL, facts);
}

export const nativeInference: Check = {
  name: 'native',
  title: 'Native inference',
  // A small board without native inference needs all that time to load WebAssembly.
  limitMs: 10_000,
  run: ({ engine }, signal) =>
    stoppingOnAbort(engine, signal, async () => [await native(engine).catch((error: unknown) => problemOf(SUBJECTS.native, error))]),
};

export const wasmInference: Check = {
  name: 'wasm',
  title: 'WebAssembly inference',
  limitMs: 10_000,
  run: ({ engine }, signal) =>
    stoppingOnAbort(engine, signal, async () => [await wasm(engine, signal).catch((error: unknown) => problemOf(SUBJECTS.wasm, error))]),
};
