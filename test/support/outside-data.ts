/** The least of protobuf that an ONNX graph needs. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const whole = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, content: readonly number[]): number[] => [...varint((field << 3) | 2), ...varint(content.length), ...content];
const text = (field: number, content: string): number[] => bytes(field, [...Buffer.from(content)]);

/** A graph that gives out four numbers, which it wants to have read from another file. @param location as ONNX writes it */
export function graphWithOutsideData(location: string): Uint8Array {
  const entry = (key: string, value: string): number[] => bytes(13, [...text(1, key), ...text(2, value)]);
  const external = whole(14, 1);
  const float = 1;
  const tensor = [...whole(1, 4), ...whole(2, float), ...text(8, 'w'), ...entry('location', location), ...entry('length', '16'), ...external];
  const node = [...text(1, 'w'), ...text(2, 'y'), ...text(4, 'Identity')];
  const type = bytes(1, [...whole(1, float), ...bytes(2, bytes(1, whole(1, 4)))]);
  const output = [...text(1, 'y'), ...bytes(2, type)];
  const graph = [...bytes(1, node), ...text(2, 'g'), ...bytes(5, tensor), ...bytes(12, output)];
  const opset = whole(2, 13);
  return Uint8Array.from([...whole(1, 8), ...bytes(7, graph), ...bytes(8, opset)]);
}
