// `npm start`: Node-RED with the practice flow, on the port that PORT in the environment names, else 1880.
// `npm start -- --once` scores the bundled recordings and exits.
import { ensureDependencies } from './lib/install.mjs';
import { needsBuild } from './lib/build-state.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';
import { choosePort } from './start/port.mjs';

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
// Before the long work: installing and building take minutes on a Pi.
const once = args.includes('--once');
const { port, note, fault } = once ? {} : await choosePort(process.env.PORT);
if (fault) {
  console.error(fault);
  process.exit(1);
}
if (!(await ensureDependencies())) process.exit(1);
if (needsBuild() && (await runNode([inRoot('tools', 'build.mjs')])) !== 0) process.exit(1);

const { practise } = await import('./start/stay.mjs');
const { runOnce } = await import('./start/once.mjs');
if (note) console.log(note);
process.exitCode = await (once ? runOnce(args.includes('--record')) : practise(port));
