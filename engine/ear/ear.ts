import { phrase, PronError } from '../../base/errors';
import { readEarFile, type FoundEar } from '../../models/ear';
import { GraphRefusedError, type BackendName, type Graph, type GraphOptions, type Inference, type Integers, type Values } from '../inference';
import { readTokens, type EarTokens } from './tokens';

/** A recording as the encoder has heard it. Frames of 20 ms. */
export interface Listened {
  readonly frames: number;
  /** After the fourth and fifth block and the last one, frames x size, row-major. */
  readonly block4: Float32Array;
  readonly block5: Float32Array;
  readonly last: Float32Array;
  readonly size: number;
  readonly cross: Memory;
}

/** Keys and values of the decoder's attention, layers x places x size. */
export interface Memory {
  readonly keys: Values;
  readonly values: Values;
}

/** What the decoder says after each of the tokens that it was given. */
export interface Said {
  readonly length: number;
  /** Of the target, natural logarithm. */
  readonly logProbability: Float32Array;
  /** The best token's logarithm minus that. */
  readonly gap: Float32Array;
  /** Nats. */
  readonly entropy: Float32Array;
  readonly best: Float32Array;
  readonly bestLogProbability: Float32Array;
  /** length x size. */
  readonly hidden: Float32Array;
  /** heads x length x frames: where in the recording each token was looked for. */
  readonly attention: Values;
  /** Of the tokens before and of these. */
  readonly memory: Memory;
}

/** The pretrained speech recogniser, loaded. */
export interface Ear {
  readonly tokens: EarTokens;
  readonly backend: BackendName;
  listen(samples: Float32Array): Promise<Listened>;
  /** @param before what the decoder remembers of earlier tokens of the same text */
  say(heard: Listened, tokens: readonly number[], targets: readonly number[], before?: Memory): Promise<Said>;
}

/** Opens the ear's graphs. @throws PronError PRON_EAR_BROKEN, PRON_NO_INFERENCE */
export async function openEar(found: FoundEar, inference: Inference): Promise<Ear> {
  const tokens = await readTokens(found);
  const encoder = await openEarGraph(found, inference, 'encoder.onnx');
  // Its runs are short and of many lengths: to keep their memory saves no time. The encoder is slower without.
  const decoder = await openEarGraph(found, inference, 'decoder.onnx', { keepsMemory: false });
  return {
    tokens,
    backend: decoder.backend,
    async listen(samples) {
      const out = await encoder.run({ audio: { data: samples, dims: [samples.length] } });
      const last = valueOf(out, 'frames');
      const [frames = 0, size = 0] = last.dims;
      return {
        frames,
        size,
        block4: valueOf(out, 'block4').data,
        block5: valueOf(out, 'block5').data,
        last: last.data,
        cross: { keys: valueOf(out, 'crossKeys'), values: valueOf(out, 'crossValues') },
      };
    },
    async say({ cross }, given, targets, before = nothingBefore(cross)) {
      const out = await decoder.run({
        tokens: integers(given),
        targets: integers(targets),
        pastKeys: before.keys,
        pastValues: before.values,
        crossKeys: cross.keys,
        crossValues: cross.values,
      });
      const data = (name: string): Float32Array => valueOf(out, name).data;
      return {
        length: given.length,
        logProbability: data('logProbability'),
        gap: data('gap'),
        entropy: data('entropy'),
        best: data('best'),
        bestLogProbability: data('bestLogProbability'),
        hidden: data('hidden'),
        attention: valueOf(out, 'attention'),
        memory: { keys: valueOf(out, 'keys'), values: valueOf(out, 'values') },
      };
    },
  };
}

/** @throws PronError PRON_EAR_BROKEN, PRON_NO_INFERENCE */
export async function openEarGraph(found: FoundEar, inference: Inference, file: string, options?: GraphOptions): Promise<Graph> {
  try {
    return await inference.open(await readEarFile(found, file), options);
  } catch (error) {
    if (!(error instanceof GraphRefusedError)) throw error;
    throw new PronError('PRON_EAR_BROKEN', { reason: phrase('fileNoOnnx', { file, reason: error.message }) });
  }
}

function nothingBefore({ keys }: Memory): Memory {
  const [layers = 0, , size = 0] = keys.dims;
  const none = { data: new Float32Array(0), dims: [layers, 0, size] };
  return { keys: none, values: none };
}

export function integers(ids: readonly number[]): Integers {
  return { data: BigInt64Array.from(ids, BigInt), dims: [ids.length] };
}

export function valueOf(out: Readonly<Record<string, Values | undefined>>, name: string): Values {
  const values = out[name];
  if (values === undefined) throw new Error(`the ear has no output ${name}`);
  return values;
}
