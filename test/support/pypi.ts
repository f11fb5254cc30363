import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PYTHON } from './python';
import { skipFor } from './programs';

export const WYOMING_PACKAGE = 'wyoming==1.10.2';

export interface PypiPackage {
  /** With PYTHONPATH to the package. */
  readonly env: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/** Installs a package of PyPI into a folder of its own. The suite is skipped where that can't be done. @param wanted `name==version` */
export function installFromPypi(test: Mocha.Context, wanted: string): PypiPackage {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-pypi-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const { status, stderr } = spawnSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--target', folder, wanted], { encoding: 'utf8' });
  if (status !== 0) {
    remove();
    skipFor(test, `needs ${wanted} from PyPI: ${stderr}`);
  }
  return { env: { ...process.env, PYTHONPATH: folder }, remove };
}
