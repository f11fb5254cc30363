/** For V8, of the engine's process: recordings lie outside its heap, and what is young in there is little. Left alone, the room
 *  for it grows to 48 MB when much comes at once, and stays. In MB, of one of its three parts. */
export const CHILD_OPTIONS: readonly string[] = ['--max-semi-space-size=4'];

/**
 * The environment of the engine's process. Left alone, glibc keeps more and more of what large arrays have used, by
 * thresholds that it raises itself; a threshold that is said stays, and freed memory goes back to the system. 128 kB is the
 * one that glibc begins with. Other C libraries do not read it.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };
}
