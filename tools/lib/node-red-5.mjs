import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { inRoot } from './paths.mjs';

const FOLDER = inRoot('test', 'node-red-5');
/** What Node-RED 5 asks of Node.js. */
const MIN_NODE = [22, 9];

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
}

/** A Node.js that Node-RED 5 accepts: this one, or the one that is installed with it; null where there is neither. */
function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const { platform, arch } = process;
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const program = join(FOLDER, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(program) ? program : null;
}

/**
 * Installs Node-RED 5. Resolves to the Node.js it is to run on and the environment in which the tests start it, or to
 * the reason why it can't run here.
 */
export async function prepareNodeRed5() {
  if (!(await ensureDependencies(FOLDER))) return { reason: 'it could not be installed' };
  const node = findNode();
  if (node === null) return { reason: `it needs Node.js ${MIN_NODE.join('.')} or later, and npm has none for this machine` };
  const env = {
    PRON_NODE_RED: join(FOLDER, 'node_modules', 'node-red'),
    PATH: [dirname(node), process.env.PATH].join(delimiter),
  };
  return { node, env };
}
