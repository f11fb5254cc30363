import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program on the PATH lies, or undefined. */
export function pathOf(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether a program is on the PATH. */
export function hasProgram(name: string): boolean {
  return pathOf(name) !== undefined;
}

/**
 * Skips a test that needs programs which are not installed, and names them. `npm run test:release` as root installs them
 * on Debian.
 */
export function needsProgram(test: Mocha.Context, ...names: readonly string[]): void {
  const missing = names.filter((name) => !hasProgram(name));
  if (missing.length > 0) skipFor(test, `needs ${missing.join(', ')}`);
}

/** Skips a test and says why; a failure with PRON_SKIP_NOTHING, which the release ring sets in CI. */
export function skipFor(test: Mocha.Context, reason: string): void {
  if (process.env.PRON_SKIP_NOTHING) throw new Error(`This test ${reason}, and here none is skipped (PRON_SKIP_NOTHING).`);
  if (test.test) test.test.title += ` (skipped: ${reason})`;
  test.skip();
}

/** The first line of what a program says of its version. */
export function versionOf(name: string, argument = '--version'): string {
  return spawnSync(name, [argument], { encoding: 'utf8' }).stdout.split('\n')[0] ?? '';
}
