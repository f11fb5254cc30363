/**
 * Options of V8 in the engine's process. Recordings lie outside V8's heap, so it needs little room for young objects. By
 * default that room grows to 48 MB under load and stays so. The value is MB of one of its three parts.
 */
export const CHILD_OPTIONS: readonly string[] = ['--max-semi-space-size=4'];

/**
 * The environment of the engine's process. By default glibc gives each thread its own heap, and raises the threshold from
 * which it returns freed memory to the system. One heap for all threads takes a tenth less memory, and a threshold that is
 * set stays: 128 kB, glibc's initial value. Other C libraries ignore both variables.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };
}
