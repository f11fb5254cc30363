import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Env, InferenceSession } from 'onnxruntime-common';
import { NO_TELEMETRY } from '../base/no-telemetry';
import { vendorFolder } from '../base/vendored';

/** The part of an ONNX runtime's package that is used. */
export interface Runtime {
  readonly InferenceSession: Pick<typeof InferenceSession, 'create'>;
  readonly env: Env;
}

/** The files of onnxruntime-web that are needed. The build copies only these to vendor/, which keeps the package small. */
export const WASM_FILES = [
  'ort.node.min.js',
  'ort-wasm-simd-threaded.mjs',
  'ort-wasm-simd-threaded.wasm',
] as const;

// The packages are loaded only when they are needed: one is optional, the other may be in vendor/.
const load = createRequire(__filename);

/** @throws Error if the optional package is not installed or has no binary for this machine */
export function loadNativeRuntime(): Runtime {
  Object.assign(process.env, NO_TELEMETRY);
  return load('onnxruntime-node') as Runtime; // its published type
}

/** Bytes. Boards with less (Pi 3, Zero 2 W) have no memory to spare. */
const LITTLE_MEMORY = 1.5e9;

/** @throws Error if a file is missing */
export function loadWasmRuntime(folder = vendorFolder('onnxruntime-web')): Runtime {
  for (const name of WASM_FILES) {
    if (!existsSync(join(folder, name))) throw new Error(`${join(folder, name)} is missing`);
  }
  // The optimising compiler makes a comparison a third faster. But it needs a second, and as much memory as the rest of the
  // engine, so it is switched off if there is little memory.
  if (totalmem() < LITTLE_MEMORY) setFlagsFromString('--liftoff-only');
  const runtime = load(join(folder, WASM_FILES[0])) as Runtime; // its published type
  // With more threads the runtime would use workers, and the end of a worker aborts the process.
  runtime.env.wasm.numThreads = 1;
  return runtime;
}
