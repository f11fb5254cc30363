import { endianness } from 'node:os';
import { vendored } from '../base/vendored';
import { inputsOf, type NetworkShape, type NetworkWeights } from '../pipeline/picture-training/network';

/** What is used of the library that writes protocol buffers. */
interface Writer {
  writeVarintField(tag: number, value: number): void;
  writeStringField(tag: number, text: string): void;
  writeBytesField(tag: number, bytes: Uint8Array): void;
  writePackedVarint(tag: number, values: readonly number[]): void;
  writeMessage(tag: number, fill: (of: undefined, writer: Writer) => void, of: undefined): void;
  finish(): Uint8Array;
}

/** Field numbers of onnx.proto, as far as they are needed. */
const MODEL = { irVersion: 1, producer: 2, graph: 7, opsets: 8 } as const;
const OPSET = { version: 2 } as const;
const GRAPH = { nodes: 1, name: 2, initializers: 5, inputs: 11, outputs: 12 } as const;
const NODE = { inputs: 1, outputs: 2, name: 3, type: 4, attributes: 5 } as const;
const ATTRIBUTE = { name: 1, whole: 3, wholes: 8, type: 20 } as const;
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const;
const VALUE = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1, element: 1, shape: 2, dims: 1, value: 1, name: 2 } as const;

const ATTRIBUTE_TYPE = { whole: 2, wholes: 7 } as const;
const FLOAT = 1;
/** Old enough for every runtime of the last years. */
const [IR_VERSION, OPSET_VERSION] = [7, 13];

/** A step of a graph; attributes are whole numbers. */
interface Step {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** The encoder of a picture model as an ONNX file: `picture` (N x 1 x height x width, 0 to 1) to `embedding` (N x size). */
export function writePictureGraph(weights: NetworkWeights, shape: NetworkShape): Uint8Array {
  const { PbfWriter } = vendored('pbf') as { PbfWriter: new () => Writer };
  const { height, width, tileHeight, tileWidth, hidden, embedding } = shape;
  const tile = [tileHeight, tileWidth];
  const steps: readonly Step[] = [
    { type: 'AveragePool', inputs: ['picture'], output: 'tiles', attributes: { kernel_shape: tile, strides: tile } },
    { type: 'Flatten', inputs: ['tiles'], output: 'flat', attributes: { axis: 1 } },
    { type: 'Gemm', inputs: ['flat', 'hidden.weight', 'hidden.bias'], output: 'sums', attributes: { transB: 1 } },
    { type: 'Relu', inputs: ['sums'], output: 'hidden' },
    { type: 'Gemm', inputs: ['hidden', 'embedding.weight', 'embedding.bias'], output: 'embedding', attributes: { transB: 1 } },
  ];
  const writer = new PbfWriter();
  writer.writeVarintField(MODEL.irVersion, IR_VERSION);
  writer.writeStringField(MODEL.producer, 'node-red-pronunciation');
  part(writer, MODEL.graph, (graph) => {
    for (const step of steps) writeStep(graph, step);
    graph.writeStringField(GRAPH.name, 'picture');
    writeTensor(graph, 'hidden.weight', weights.hidden, [hidden, inputsOf(shape)]);
    writeTensor(graph, 'hidden.bias', weights.hiddenBias, [hidden]);
    writeTensor(graph, 'embedding.weight', weights.embedding, [embedding, hidden]);
    writeTensor(graph, 'embedding.bias', weights.embeddingBias, [embedding]);
    writeValue(graph, GRAPH.inputs, 'picture', ['batch', 1, height, width]);
    writeValue(graph, GRAPH.outputs, 'embedding', ['batch', embedding]);
  });
  part(writer, MODEL.opsets, (opset) => opset.writeVarintField(OPSET.version, OPSET_VERSION));
  return writer.finish();
}

function part(writer: Writer, tag: number, fill: (inner: Writer) => void): void {
  writer.writeMessage(tag, (_of, inner) => fill(inner), undefined);
}

function writeStep(graph: Writer, { type, inputs, output, attributes = {} }: Step): void {
  part(graph, GRAPH.nodes, (node) => {
    for (const input of inputs) node.writeStringField(NODE.inputs, input);
    node.writeStringField(NODE.outputs, output);
    node.writeStringField(NODE.name, output);
    node.writeStringField(NODE.type, type);
    for (const [name, value] of Object.entries(attributes)) {
      part(node, NODE.attributes, (attribute) => {
        attribute.writeStringField(ATTRIBUTE.name, name);
        if (typeof value === 'number') attribute.writeVarintField(ATTRIBUTE.whole, value);
        else for (const one of value) attribute.writeVarintField(ATTRIBUTE.wholes, one);
        attribute.writeVarintField(ATTRIBUTE.type, typeof value === 'number' ? ATTRIBUTE_TYPE.whole : ATTRIBUTE_TYPE.wholes);
      });
    }
  });
}

function writeTensor(graph: Writer, name: string, data: Float32Array, dims: readonly number[]): void {
  part(graph, GRAPH.initializers, (tensor) => {
    tensor.writePackedVarint(TENSOR.dims, dims);
    tensor.writeVarintField(TENSOR.type, FLOAT);
    tensor.writeStringField(TENSOR.name, name);
    tensor.writeBytesField(TENSOR.raw, littleEndian(data));
  });
}

/** ONNX stores the bytes of a number from the lowest on. */
function littleEndian(data: Float32Array): Uint8Array {
  const bytes = Buffer.from(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  return endianness() === 'LE' ? bytes : bytes.swap32();
}

/** @param dims a name stands for any number */
function writeValue(graph: Writer, tag: number, name: string, dims: readonly (number | string)[]): void {
  part(graph, tag, (value) => {
    value.writeStringField(VALUE.name, name);
    part(value, VALUE.type, (type) => part(type, TYPE.tensor, (tensor) => {
      tensor.writeVarintField(TYPE.element, FLOAT);
      part(tensor, TYPE.shape, (shape) => {
        for (const dim of dims) {
          part(shape, TYPE.dims, (one) => (typeof dim === 'number' ? one.writeVarintField(TYPE.value, dim) : one.writeStringField(TYPE.name, dim)));
        }
      });
    }));
  });
}
