import { existsSync, statSync, utimesSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runHere } from './process.mjs';

const INSTALLED = inRoot('node_modules', '.package-lock.json');

function needsInstall() {
  if (!existsSync(INSTALLED)) return true;
  return statSync(INSTALLED).mtimeMs < statSync(inRoot('package-lock.json')).mtimeMs;
}

/**
 * Installs the dependencies where they are missing or older than package-lock.json.
 * onnxruntime-node's install script only downloads GPU parts, so it is told to leave that.
 * Returns whether the dependencies are there.
 */
export async function ensureDependencies() {
  if (!needsInstall()) return true;
  console.log('Installing the dependencies (once) ...');
  const code = await runHere('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    console.error('npm ci failed. This first start needs the network; see the message above.');
    return false;
  }
  const now = new Date();
  utimesSync(INSTALLED, now, now);
  return true;
}
