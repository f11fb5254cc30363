import { arch, cpus, release } from 'node:os';
import type { Check } from '../check';
import { ok, problem, warning, type Finding } from '../finding';
import { textOf } from '../machine-files';

const OLDEST_NODE = 20;
const NATIVE = ['linux x64', 'linux arm64', 'darwin arm64', 'win32 x64', 'win32 arm64'];

/** Whether onnxruntime-node has a binary for this machine. */
export const hasNativeBinary = (): boolean => NATIVE.includes(`${process.platform} ${arch()}`);

/** The system's own name, such as `Debian GNU/Linux 12 (bookworm)`; the board's before it where it has one. */
function systemName(): string {
  const name = /^PRETTY_NAME="?(.*?)"?$/m.exec(textOf('/etc/os-release') ?? '')?.[1];
  const board = textOf('/proc/device-tree/model')?.replaceAll('\0', '').trim();
  return [board, name ?? `${process.platform} ${release()}`].filter((part) => part !== undefined).join(', ');
}

function systemFinding(): Finding {
  const { platform } = process;
  const cores = cpus().length;
  const name = systemName();
  const facts = { name, platform, architecture: arch(), kernel: release(), cores };
  const says = `${name}, ${arch()}, ${cores} ${cores === 1 ? 'core' : 'cores'}.`;
  if (platform !== 'linux') {
    const fix = 'Let the practice page play in the browser: the play node needs Linux, the mic node records with SoX.';
    return warning('system', says, fix, facts);
  }
  if (hasNativeBinary()) return ok('system', says, facts);
  return warning('system', says, 'Install the 64-bit system for native inference; WebAssembly does the work until then.', facts);
}

function nodeFinding(): Finding {
  const { node } = process.versions;
  const facts = { version: node };
  if (Number(node.split('.')[0]) >= OLDEST_NODE) return ok('Node.js', `Version ${node}.`, facts);
  return problem('Node.js', `Version ${node} is too old.`, `Install Node.js ${OLDEST_NODE} or later from https://nodejs.org.`, facts);
}

export const system: Check = {
  name: 'system',
  title: 'System',
  limitMs: 2000,
  run: () => Promise.resolve([systemFinding(), nodeFinding()]),
};
