import { OUT_OF_MEMORY } from './out-of-memory';

/** Why a process ended, by its stderr: the line that says that memory ran out (a trace follows it), else the last line. */
export function lastWords(errorOutput: string): string {
  const lines = errorOutput.trim().split('\n').map((line) => line.trim());
  return lines.find((line) => OUT_OF_MEMORY.test(line)) ?? lines.at(-1) ?? '';
}
