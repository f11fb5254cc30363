/** What V8, Node.js, the C++ library and ONNX Runtime say where memory has run out. */
export const OUT_OF_MEMORY = /out of memory|allocation failed|bad[_ ]alloc/i;
