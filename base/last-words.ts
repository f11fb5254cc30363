import { OUT_OF_MEMORY } from './out-of-memory';

/** What a process's error output says of its end: that memory ran out, which stands before a trace, else its last line. */
export function lastWords(errorOutput: string): string {
  const lines = errorOutput.trim().split('\n').map((line) => line.trim());
  return lines.find((line) => OUT_OF_MEMORY.test(line)) ?? lines.at(-1) ?? '';
}
