import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeRedFolder } from './node-red-folder.cjs';
import { inRoot } from './paths.mjs';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

/**
 * Starts Node-RED, with this same Node.js and a user directory of its own.
 * `stdio` is the child's; `settings` a settings file other than the practice one.
 */
export function startNodeRed({ userDir, port, stdio, settings, env }) {
  const red = join(nodeRedFolder(), 'red.js');
  const file = settings ?? inRoot('tools', 'lib', 'node-red-settings.cjs');
  return spawn(process.execPath, [red, '--userDir', userDir, '--settings', file, '--port', String(port)], {
    cwd: userDir,
    stdio,
    env: { ...process.env, ...env },
  });
}

/** Waits until Node-RED answers; throws where it ends instead. Returns its address: the editor's, below `root`. */
export async function waitUntilUp(child, port, root = '') {
  const address = `http://127.0.0.1:${port}${root}`;
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    try {
      const answer = await fetch(`${address}/settings`);
      // One with users answers nobody who is not logged in.
      if (answer.ok || answer.status === 401) return address;
    } catch {
      // Not listening yet.
    }
    await pause(200);
  }
  throw new Error('Node-RED did not start.');
}

/** Ends Node-RED by SIGTERM, and by SIGKILL if that takes too long. Resolves when it has ended. */
export async function stopNodeRed(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await gone;
  clearTimeout(timer);
}
