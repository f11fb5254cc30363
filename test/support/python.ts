import { spawnSync } from 'node:child_process';
import { skipFor } from './programs';

/** Debian's own Python, to which its packages belong. */
export const PYTHON = '/usr/bin/python3';

/** Skips a test where a Debian package `python3-<module>` is not installed; a failure with PRON_SKIP_NOTHING. */
export function needsPython(test: Mocha.Context, module: string): void {
  if (spawnSync(PYTHON, ['-c', `import ${module}`]).status !== 0) skipFor(test, `needs python3-${module}`);
}
