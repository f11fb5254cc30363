import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { startNodeRed, stopNodeRed, waitUntilUp } from '../lib/node-red.mjs';

/**
 * The user directory: the checkout's own, never the user's ~/.node-red; tests name another one.
 * The flow is copied once; from then on it is the user's to change.
 */
function prepareUserDir() {
  const userDir = process.env.PRON_PRACTICE_DIR ?? inRoot('.node-red');
  mkdirSync(userDir, { recursive: true });
  const flows = join(userDir, 'flows.json');
  if (!existsSync(flows)) copyFileSync(inRoot('examples', 'dashboard', 'Practice station.json'), flows);
  return userDir;
}

/** Runs Node-RED with the practice flow on a port until it is stopped. Resolves to the exit code. */
export async function practise(port) {
  const child = startNodeRed({ userDir: prepareUserDir(), port, stdio: 'inherit' });
  const gone = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  let stopping = false;
  // A terminal sends Ctrl-C to Node-RED as well; a second signal does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      void stopNodeRed(child);
    });
  }
  try {
    const address = await waitUntilUp(child, port);
    console.log(`\nPractise at ${address}/dashboard/practice\nThe practice flow is open at ${address}. Ctrl-C ends it.\n`);
  } catch (error) {
    if (!stopping) console.error(error.message);
    await stopNodeRed(child);
  }
  const code = await gone;
  return stopping ? 0 : (code ?? 1);
}
