import { PronError } from '../base/errors';
import { Tensor, type InferenceSession } from 'onnxruntime-common';
import { loadNativeRuntime, loadWasmRuntime, type Runtime } from './runtimes';

export type BackendName = 'native' | 'wasm';

/** A dense tensor, row-major. */
export interface Values {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Whole numbers, token ids for one, as a dense tensor. */
export interface Integers {
  readonly data: BigInt64Array;
  readonly dims: readonly number[];
}

/** An ONNX graph that is ready to run. */
export interface Graph {
  readonly backend: BackendName;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers that come out are given as floats: they are exact up to 16 million. */
  run(inputs: Readonly<Record<string, Values | Integers>>): Promise<Readonly<Record<string, Values>>>;
  release(): Promise<void>;
}

export interface GraphOptions {
  /** Whether the runtime keeps the memory of a run for the next one, which saves time and takes memory; default true. */
  readonly keepsMemory?: boolean;
}

/** Opens graphs with the native runtime. Once that fails, with WebAssembly. */
export interface Inference {
  /** Why the native runtime is not used; undefined while it is. */
  readonly reason: string | undefined;
  /** @throws GraphRefusedError if a runtime works but does not accept the model,
   *  PronError PRON_NO_INFERENCE if no runtime works */
  open(model: Uint8Array, options?: GraphOptions): Promise<Graph>;
}

/** The runtime could not use the model file. The message is the runtime's. */
export class GraphRefusedError extends Error {}

export interface InferenceOptions {
  /** The only runtime to try. */
  readonly only?: BackendName | undefined;
  /** Why no other runtime is tried. */
  readonly reason?: string | undefined;
  /** An error about a wrong setting. Every attempt to open a graph throws it. */
  readonly fault?: PronError | undefined;
  readonly load?: Readonly<Record<BackendName, () => Runtime>>;
}

// One thread: the models are small, and the other cores are left to Node-RED and other programs.
const SESSION: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  // A pattern of memory is kept for each length of input. With the ear that takes 40 MB, and saves no time.
  enableMemPattern: false,
  // Only fatal errors are logged, because the runtime's log would appear in Node-RED's. All errors are thrown as exceptions.
  logSeverityLevel: 4,
};
// Set explicitly: if both packages are loaded, the default of the web build is the native provider.
const PROVIDERS: Readonly<Record<BackendName, string>> = { native: 'cpu', wasm: 'wasm' };

export function createInference(options: InferenceOptions = {}): Inference {
  const load = options.load ?? { native: loadNativeRuntime, wasm: () => loadWasmRuntime() };
  const runtimes: Partial<Record<BackendName, Runtime>> = {};
  let order: readonly BackendName[] = options.only === undefined ? ['native', 'wasm'] : [options.only];
  let reason = options.reason;

  async function open(model: Uint8Array, { keepsMemory = true }: GraphOptions = {}): Promise<Graph> {
    if (options.fault !== undefined) throw options.fault;
    const missing: string[] = [];
    let refused: string | undefined;
    for (const backend of order) {
      let runtime: Runtime;
      try {
        runtime = runtimes[backend] ??= load[backend]();
      } catch (error) {
        missing.push(`${backend}: ${firstLine(error)}`);
        continue;
      }
      try {
        const session = await runtime.InferenceSession.create(model, {
          ...SESSION,
          enableCpuMemArena: keepsMemory,
          executionProviders: [PROVIDERS[backend]],
        });
        // This runtime opened a graph that the first one could not open, so the first one is not tried again.
        if (order[0] !== backend) reason = refused ?? missing[0];
        order = [backend];
        return graphOf(session, backend);
      } catch (error) {
        refused ??= firstLine(error);
      }
    }
    if (refused !== undefined) throw new GraphRefusedError(refused);
    throw new PronError('PRON_NO_INFERENCE', { reason: missing.join('; ') });
  }

  return {
    get reason() {
      return reason;
    },
    open,
  };
}

function graphOf(session: InferenceSession, backend: BackendName): Graph {
  return {
    backend,
    inputs: session.inputNames,
    outputs: session.outputNames,
    async run(inputs) {
      const feeds: Record<string, Tensor> = {};
      for (const [name, values] of Object.entries(inputs)) feeds[name] = tensorOf(values);
      const results: Record<string, Values> = {};
      for (const [name, { data, dims, type }] of Object.entries(await session.run(feeds))) {
        if (data instanceof Float32Array) results[name] = { data, dims };
        else if (data instanceof BigInt64Array) results[name] = { data: Float32Array.from(data, Number), dims };
        else throw new TypeError(`the output ${name} is ${type}`);
      }
      return results;
    },
    release: () => session.release(),
  };
}

function tensorOf({ data, dims }: Values | Integers): Tensor {
  return data instanceof Float32Array ? new Tensor('float32', data, dims) : new Tensor('int64', data, dims);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
