// `npm start`: Node-RED with the practice flow. `npm start -- --once`: its eight recordings, judged, and the end.
import { ensureDependencies } from './lib/install.mjs';
import { needsBuild } from './lib/build-state.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';

const MIN_NODE = 20;

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg !== '--once' && arg !== '--record');
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. Usage: npm start [-- --once [--record]]`);
  process.exit(1);
}
if (Number(process.versions.node.split('.')[0]) < MIN_NODE) {
  console.error(`This is Node.js ${process.versions.node}; version ${MIN_NODE} or later is needed (https://nodejs.org).`);
  process.exit(1);
}
if (!(await ensureDependencies())) process.exit(1);
if (needsBuild() && (await runNode([inRoot('tools', 'build.mjs')])) !== 0) process.exit(1);

const { practise } = await import('./start/stay.mjs');
const { runOnce } = await import('./start/once.mjs');
process.exitCode = await (args.includes('--once') ? runOnce(args.includes('--record')) : practise());
