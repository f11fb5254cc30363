/**
 * V8 options of the engine's process. Recordings are outside V8's heap, so it needs little space for young objects. By default
 * that space grows to 48 MB under load and does not shrink. The value is the size of one of its three parts, MB.
 */
export const CHILD_OPTIONS: readonly string[] = ['--max-semi-space-size=4'];

/**
 * How much garbage V8 lets the old objects grow by before it collects it, percent of what is in use. Left alone, V8 decides by
 * the heap, which recordings and the ear's frames hardly touch, and collects once for each sentence: a third of the time that it
 * takes. A version of V8 that lacks the option ignores it.
 */
export const HEAP_GROWING_OPTION = '--heap-growing-percent=100';

/**
 * The environment of the engine's process. By default glibc gives each thread its own heap. One heap for all threads uses a
 * tenth less memory. glibc also raises the threshold from which it returns freed memory to the system, unless the threshold is
 * set: here it is fixed at 128 kB, glibc's initial value. Other C libraries ignore both variables.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };
}
