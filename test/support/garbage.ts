import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Frees what nobody holds any more, so that a test measures what is kept. */
export function collectGarbage(): void {
  gc();
  // The buffers are swept beside this thread: the next collection waits until that is done.
  gc();
}
