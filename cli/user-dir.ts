import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../base/package-root';

/** Whether this package is a checkout, which alone has `npm start`. */
export const isCheckout = (): boolean => existsSync(join(packageRoot(), 'tools', 'start.mjs'));

/** Node-RED's user directory if no other is named: that of `npm start` in a checkout, else the user's. */
export function usualUserDir(): string {
  return isCheckout() ? (process.env['PRON_PRACTICE_DIR'] ?? join(packageRoot(), '.node-red')) : join(homedir(), '.node-red');
}
