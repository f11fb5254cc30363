import { fromHalf, toHalf } from './half';

/** A tensor that is stored in an ONNX file. */
export interface StoredWeights {
  readonly name: string;
  readonly dims: readonly number[];
  /** Row-major, whatever the file's own precision is. */
  readonly data: Float32Array;
}

interface Place extends Omit<StoredWeights, 'data'> {
  readonly type: number;
  /** Of the first byte, and how many. */
  readonly at: number;
  readonly bytes: number;
}

/** Numbers of the fields of ONNX's messages (onnx.proto3): a model's graph, a graph's tensors, and a tensor's own. */
const GRAPH = 7;
const INITIALIZER = 5;
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const;
const FLOAT = 1;
const FLOAT16 = 10;

/** The tensors of 16 or 32 bits floating point in an ONNX file, in its order. @throws RangeError for bytes that are no such file */
export function storedWeights(file: Uint8Array): readonly StoredWeights[] {
  return placesOf(file).map(({ name, dims, type, at, bytes }) => {
    const own = Uint8Array.from(file.subarray(at, at + bytes)).buffer;
    return { name, dims, data: type === FLOAT16 ? fromHalf(new Uint16Array(own)) : new Float32Array(own) };
  });
}

/** The same file with other numbers in some of its tensors, by name, as long and as precise as before. @throws RangeError */
export function withWeights(file: Uint8Array, changed: ReadonlyMap<string, Float32Array>): Uint8Array {
  const out = Uint8Array.from(file);
  for (const { name, type, at, bytes } of placesOf(file)) {
    const data = changed.get(name);
    if (data === undefined) continue;
    const stored = type === FLOAT16 ? toHalf(data) : data;
    if (stored.byteLength !== bytes) throw new RangeError(`${name} has ${bytes} bytes, not ${stored.byteLength}`);
    out.set(new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength), at);
  }
  return out;
}

function placesOf(file: Uint8Array): Place[] {
  const graph = fieldsOf(file, 0, file.length).find(({ field }) => field === GRAPH);
  if (graph === undefined) throw new RangeError('no ONNX graph');
  return fieldsOf(file, graph.at, graph.at + graph.value)
    .filter(({ field }) => field === INITIALIZER)
    .flatMap(({ at, value }) => placeOf(file, at, at + value) ?? []);
}

function placeOf(file: Uint8Array, from: number, to: number): Place | undefined {
  const fields = fieldsOf(file, from, to);
  const raw = fields.find(({ field }) => field === TENSOR.raw);
  const type = fields.find(({ field }) => field === TENSOR.type)?.value;
  const named = fields.find(({ field }) => field === TENSOR.name);
  if (raw === undefined || named === undefined || (type !== FLOAT && type !== FLOAT16)) return undefined;
  const name = new TextDecoder().decode(file.subarray(named.at, named.at + named.value));
  return { name, type, dims: fields.flatMap((each) => (each.field === TENSOR.dims ? dimsOf(file, each) : [])), at: raw.at, bytes: raw.value };
}

/** One number, or several packed into one field. */
function dimsOf(file: Uint8Array, { isBytes, at, value }: WireField): number[] {
  if (!isBytes) return [value];
  const dims: number[] = [];
  for (let next = at; next < at + value; ) {
    const [dim, after] = varint(file, next);
    dims.push(dim);
    next = after;
  }
  return dims;
}

/** A field of a protobuf message: its number, and a number or the place and length of its bytes. */
interface WireField {
  readonly field: number;
  readonly isBytes: boolean;
  readonly at: number;
  readonly value: number;
}

function fieldsOf(file: Uint8Array, from: number, to: number): WireField[] {
  const fields: WireField[] = [];
  for (let at = from; at < to; ) {
    const [key, after] = varint(file, at);
    const [field, wire] = [key >> 3, key & 7];
    if (wire !== 0 && wire !== 2) throw new RangeError(`a field of type ${wire} at byte ${at}`);
    const [value, next] = varint(file, after);
    const isBytes = wire === 2;
    if (isBytes && next + value > to) throw new RangeError(`a field ends after its message, at byte ${at}`);
    fields.push({ field, isBytes, at: next, value });
    at = isBytes ? next + value : next;
  }
  return fields;
}

/** The number at a place, and the place after it. */
function varint(file: Uint8Array, from: number): readonly [number, number] {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = file[from + i];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return [value, from + i + 1];
  }
  throw new RangeError(`no number at byte ${from}`);
}
