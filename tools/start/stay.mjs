import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { startNodeRed, stopNodeRed, waitUntilUp } from '../lib/node-red.mjs';
import { serveHttps } from './https.mjs';
import { keepLog } from './log.mjs';

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

/** A path as short as it can be read. */
function shown(path) {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

/** Paragraphs, with an empty line after each. */
const print = (paragraphs) => console.log(paragraphs.map((paragraph) => `${paragraph}\n`).join('\n'));

/**
 * Runs Node-RED with the practice flow until it is stopped, on `port` of this machine. With `httpsPort` its page is also
 * served to the network. Resolves to the exit code.
 */
export async function practise({ port, httpsPort }) {
  const userDir = prepareUserDir();
  const log = join(userDir, 'node-red.log');
  console.log('Starting Node-RED ...\n');
  // Behind the HTTPS server every page seems to be opened on this machine.
  const env = httpsPort === undefined ? {} : { PRONUNCIATION_PASSED_ON: '1' };
  const child = startNodeRed({ userDir, port, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lastLines = keepLog(child, log, console.log);
  const gone = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  let stopping = false;
  let stopHttps = () => undefined;
  // A terminal sends Ctrl-C to Node-RED as well; a second signal does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      void stopNodeRed(child);
    });
  }
  try {
    const address = await waitUntilUp(child, port);
    if (httpsPort === undefined) print([`Open this address in a browser on this machine:\n\n  ${address}/dashboard/practice`]);
    else stopHttps = await serveHttps({ userDir, nodeRedPort: port, port: httpsPort, print });
    const flow = httpsPort === undefined ? 'Without /dashboard/practice the address opens the flow behind the page.' : `The flow behind the page opens on this machine only, at port ${port}.`;
    const phones = httpsPort === undefined ? ['To use phones, start it by: npm start -- --https'] : [];
    print([[flow, ...phones, `To stop, press Ctrl+C. The log is in ${shown(log)}.`].join('\n')]);
  } catch (error) {
    if (!stopping && child.exitCode === null) console.error(error.message);
    await stopNodeRed(child);
  }
  const code = await gone;
  stopHttps();
  if (stopping) return 0;
  console.error(`Node-RED has ended. The end of its log, ${shown(log)}:\n\n${lastLines()}`);
  return code || 1;
}
