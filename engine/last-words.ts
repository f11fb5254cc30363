/** V8 and the C++ library say this on their way out, before a trace. */
const OUT_OF_MEMORY = /out of memory|bad_alloc/i;

/** What a process's error output says of its end: that memory ran out, wherever that stands, else its last line. */
export function lastWords(errorOutput: string): string {
  const lines = errorOutput.trim().split('\n').map((line) => line.trim());
  return lines.find((line) => OUT_OF_MEMORY.test(line)) ?? lines.at(-1) ?? '';
}
