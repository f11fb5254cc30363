import type { Context } from 'mocha';
import { loadNativeRuntime } from '../../engine/runtimes';

/** Skips a test or a whole suite where the optional native runtime is not installed or does not fit. */
export function needsNative(context: Context): void {
  try {
    loadNativeRuntime();
  } catch {
    context.skip();
  }
}
