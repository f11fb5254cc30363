import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Env, InferenceSession } from 'onnxruntime-common';
import { NO_TELEMETRY } from '../base/no-telemetry';
import { packageRoot } from '../base/package-root';

/** The part of an ONNX runtime's package that is used. */
export interface Runtime {
  readonly InferenceSession: Pick<typeof InferenceSession, 'create'>;
  readonly env: Env;
}

/** What runs of onnxruntime-web; the build copies it to vendor/, so that a package carries no more. */
export const WASM_FILES = [
  'ort.node.min.js',
  'ort-wasm-simd-threaded.mjs',
  'ort-wasm-simd-threaded.wasm',
] as const;

// The packages are looked up when they are needed: one is optional, the other may lie in vendor/.
const load = createRequire(__filename);

/** @throws Error where the optional package is not installed or has no binary for this machine */
export function loadNativeRuntime(): Runtime {
  Object.assign(process.env, NO_TELEMETRY);
  return load('onnxruntime-node') as Runtime; // its published type
}

/** Bytes. Boards with less (Pi 3, Zero 2 W) have no memory to spare. */
const LITTLE_MEMORY = 1.5e9;

/** @throws Error where a file is missing */
export function loadWasmRuntime(folder = wasmFolder()): Runtime {
  for (const name of WASM_FILES) {
    if (!existsSync(join(folder, name))) throw new Error(`${join(folder, name)} is missing`);
  }
  // The optimising compiler makes a comparison a third faster. It costs a second, and as much memory as the rest of the
  // engine.
  if (totalmem() < LITTLE_MEMORY) setFlagsFromString('--liftoff-only');
  const runtime = load(join(folder, WASM_FILES[0])) as Runtime; // its published type
  // Threads would need workers, whose end aborts a process.
  runtime.env.wasm.numThreads = 1;
  return runtime;
}

let chosenFolder: string | undefined;

/** vendor/ in a built package, the development dependency in a checkout before its first build. A build
 *  meanwhile changes nothing: two copies in one process can't be registered. */
function wasmFolder(): string {
  const vendored = join(packageRoot(), 'vendor', 'onnxruntime-web');
  chosenFolder ??= existsSync(vendored) ? vendored : dirname(load.resolve('onnxruntime-web'));
  return chosenFolder;
}
