/**
 * Gives every Buffer and typed array inside `value` its own memory of exactly its size. `value` consists of plain objects and
 * arrays, as a process channel delivers them. The channel delivers views over the memory of the whole message, and Node-RED
 * clones the whole memory under a view for every wire.
 */
export function withExactSizes(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return hasOwnMemory(value) ? value : Buffer.from(copyOf(value));
  if (value instanceof Uint8Array) return hasOwnMemory(value) ? value : new Uint8Array(copyOf(value));
  if (value instanceof Float32Array) return hasOwnMemory(value) ? value : value.slice();
  if (Array.isArray(value)) return value.map(withExactSizes);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withExactSizes(inner)]));
}

function hasOwnMemory(view: ArrayBufferView): boolean {
  return view.byteLength === view.buffer.byteLength;
}

function copyOf(view: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(view.byteLength);
  new Uint8Array(copy).set(view);
  return copy;
}
