import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runHere } from './process.mjs';

/** The Debian packages whose programs some tests run, one a line; `#` starts a comment. */
function wantedPackages() {
  return readFileSync(inRoot('test', 'system-packages.txt'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function isInstalled(name) {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return query.stdout === 'install ok installed';
}

function hasAptGet() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

/**
 * Installs the programs that tests need, as root on a system with apt-get. Elsewhere, or where it fails, the tests that
 * need a missing program are skipped and name it.
 */
export async function installTestPrograms() {
  if (!hasAptGet()) return;
  const missing = wantedPackages().filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  console.log(`Installing for the tests: ${missing.join(' ')}`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
  if ((await runHere('apt-get', ['update', '-qq'], options)) !== 0) return;
  await runHere('apt-get', install, options);
}
