/**
 * For V8, of the engine's process: recordings lie outside its heap, and what is young in there is little. Left alone, the
 * room for it grows to 48 MB when much comes at once, and stays. In MB, of one of its three parts.
 */
export const CHILD_OPTIONS: readonly string[] = ['--max-semi-space-size=4'];

/**
 * The environment of the engine's process. Left alone, glibc gives each thread a heap of its own and keeps more and more of
 * what large arrays have used, by thresholds that it raises itself. One heap for all takes a tenth less memory; a threshold
 * that is said stays, and freed memory goes back to the system. 128 kB is the one that glibc begins with. Other C
 * libraries read neither.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };
}
