import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runHere } from './process.mjs';

const installedIn = (folder) => join(folder, 'node_modules', '.package-lock.json');

function needsInstall(folder) {
  if (!existsSync(installedIn(folder))) return true;
  return statSync(installedIn(folder)).mtimeMs < statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/**
 * Installs the dependencies of a folder (the checkout by default) if they are missing or older than its package-lock.json.
 * onnxruntime-node's install script only downloads GPU parts, so it is switched off. Resolves to whether the dependencies
 * are installed.
 */
export async function ensureDependencies(folder = root) {
  if (!needsInstall(folder)) return true;
  const why = existsSync(installedIn(folder)) ? 'after an update' : 'once; some minutes on a Raspberry Pi';
  console.log(`Installing the libraries (${why}) ...`);
  const code = await runHere('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    console.error('The libraries could not be installed (npm ci failed). This needs the internet; see the message above.');
    return false;
  }
  const now = new Date();
  utimesSync(installedIn(folder), now, now);
  return true;
}
