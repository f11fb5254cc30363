// `npm start`: Node-RED with the practice flow, on the port that PORT in the environment names, else 1880.
// `npm start -- --https` serves its page to phones as well, on HTTPS_PORT, else 8443.
// `npm start -- --once` scores the bundled recordings and exits.
import { ensureDependencies } from './lib/install.mjs';
import { needsBuild } from './lib/build-state.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';
import { choosePort, HTTPS_PORT, NODE_RED_PORT } from './start/port.mjs';

const MIN_NODE = 20;
const USAGE = 'Usage: npm start [-- --https | --once [--record]]';

function endWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

const args = process.argv.slice(2);
const [once, https, record] = ['--once', '--https', '--record'].map((each) => args.includes(each));
const unknown = args.filter((arg) => !['--once', '--https', '--record'].includes(arg));
if (unknown.length > 0) endWith(`Unknown: ${unknown.join(' ')}. ${USAGE}`);
if ((once && https) || (record && !once)) endWith(`These do not go together: ${args.join(' ')}. ${USAGE}`);
if (Number(process.versions.node.split('.')[0]) < MIN_NODE) {
  endWith(`This is Node.js ${process.versions.node}; version ${MIN_NODE} or later is needed (https://nodejs.org).`);
}
// Before the long work: installing and building take minutes on a Pi.
const node = once ? {} : await choosePort(process.env.PORT, NODE_RED_PORT);
const page = https ? await choosePort(process.env.HTTPS_PORT, HTTPS_PORT) : {};
const fault = node.fault ?? page.fault;
if (fault) endWith(fault);
if (!(await ensureDependencies())) process.exit(1);
if (needsBuild()) {
  console.log('Building (once after each update; some minutes on a Raspberry Pi) ...');
  if ((await runNode([inRoot('tools', 'build.mjs')])) !== 0) process.exit(1);
}

const { practise } = await import('./start/stay.mjs');
const { runOnce } = await import('./start/once.mjs');
for (const { note } of [node, page]) if (note) console.log(note);
process.exitCode = await (once ? runOnce(record) : practise({ port: node.port, httpsPort: page.port }));
