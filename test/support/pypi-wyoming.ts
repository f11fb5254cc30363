import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PYTHON } from './python';
import { skipFor } from './programs';

const PACKAGE = 'wyoming==1.10.2';

export interface PypiWyoming {
  /** With PYTHONPATH to the package. */
  readonly env: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/** Installs PyPI's wyoming into a folder of its own. The suite is skipped where that can't be done. */
export function installWyoming(test: Mocha.Context): PypiWyoming {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-wyoming-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const { status, stderr } = spawnSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--target', folder, PACKAGE], { encoding: 'utf8' });
  if (status !== 0) {
    remove();
    skipFor(test, `needs ${PACKAGE} from PyPI: ${stderr}`);
  }
  return { env: { ...process.env, PYTHONPATH: folder }, remove };
}
