import { childArguments } from '../../backend-choice';
import { startProcess } from '../../engine-process';
import type { BackendName } from '../../inference';
import { findModel } from '../../models';
import { createSupervisor } from '../../supervisor';
import type { Check } from '../check';
import { ok, problem, warning, type Facts, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { tryModel } from '../recordings';

const DEFAULT_MODEL = 'default';
/** A recording compared with itself is nearly perfect by any model that works. */
const LEAST_SAME = 90;
const REINSTALL = 'Install the package again: npm install in the folder where it was installed.';
const SUBJECTS: Readonly<Record<BackendName, string>> = { native: 'native inference', wasm: 'WebAssembly' };

/** Scores the bundled recordings with one backend. */
async function withBackend(wanted: BackendName, signal: AbortSignal): Promise<Finding> {
  const subject = SUBJECTS[wanted];
  const args = wanted === 'wasm' ? childArguments('WebAssembly alone is tried') : [];
  const supervisor = createSupervisor({ start: (_args, listeners) => startProcess(args, listeners) });
  const stop = (): void => void supervisor.stop();
  signal.addEventListener('abort', stop);
  const began = performance.now();
  try {
    const { manifest } = await findModel(DEFAULT_MODEL);
    const { same, other } = await tryModel(supervisor, manifest, []);
    const { backend, value, ms, backendReason } = same;
    const firstMs = Math.round(performance.now() - began);
    if (backend !== wanted) return notUsed(wanted, backendReason ?? `${backend} was used`);
    const facts = { backend, value, otherVerdict: other.verdict, comparisonMs: Math.round(other.ms), firstMs };
    return judged(subject, facts, value, other.verdict, Math.max(ms, other.ms));
  } catch (error) {
    return problemOf(subject, error);
  } finally {
    signal.removeEventListener('abort', stop);
    await supervisor.stop();
  }
}

function notUsed(wanted: BackendName, reason: string): Finding {
  const facts = { reason };
  const says = `It is not used: ${reason.replace(/\.$/, '')}.`;
  if (wanted === 'wasm') return problem(SUBJECTS.wasm, says, REINSTALL, facts);
  const fix = 'Nothing has to be done: WebAssembly gives the same scores, only slower. For speed: npm install onnxruntime-node (64-bit systems).';
  return warning(SUBJECTS.native, says, fix, facts);
}

function judged(subject: string, facts: Facts, value: number | null, otherVerdict: string, ms: number): Finding {
  if (value === null || value < LEAST_SAME || otherVerdict !== 'wrong-sentence') {
    const says = `The bundled recording gets ${value ?? 'no'} points against itself, another sentence the verdict ${otherVerdict}.`;
    return problem(subject, says, REINSTALL, facts);
  }
  return ok(subject, `It judges the bundled recordings right, in at most ${Math.ceil(ms)} ms each.`, facts);
}

/** Each backend is a check of its own, with its own limit. */
function inferenceCheck(backend: BackendName): Check {
  return {
    name: backend,
    title: backend === 'native' ? 'Native inference' : 'WebAssembly inference',
    limitMs: 7000,
    run: async (_patient, signal) => [await withBackend(backend, signal)],
  };
}

export const nativeInference = inferenceCheck('native');
export const wasmInference = inferenceCheck('wasm');
