import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { isCheckout, usualUserDir } from '../../user-dir';
import type { Check, Machine } from '../check';
import { notHere, ok, problem, type Finding } from '../finding';
import { programPath, textOf, versionIn } from '../machine-files';

/** What is used of this package's own package.json, which is read and not imported: beside the compiled files it would
 *  make dist/ a package. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly 'node-red': { readonly version: string };
}

const ownManifest = (): Manifest => JSON.parse(textOf(join(packageRoot(), 'package.json')) ?? '') as Manifest;

const load = createRequire(__filename);

/** The folder of a package, by the same search as the engine's; undefined where it is not installed. */
function folderOf(name: string): string | undefined {
  for (const folder of load.resolve.paths(name) ?? []) {
    const found = join(folder, name);
    if (versionIn(found) !== undefined) return found;
  }
  return undefined;
}

/** The folder of the Node-RED that this user starts, or that lies beside the package. */
function nodeRedFolder(userDir: string): string | undefined {
  const beside = [folderOf('node-red'), join(userDir, 'node_modules', 'node-red')];
  const program = programPath('node-red');
  if (program !== undefined) beside.unshift(dirname(realpathSync(program)));
  return beside.find((folder) => folder !== undefined && versionIn(folder) !== undefined);
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

function nodeRed(userDir: string, manifest: Manifest): Finding {
  const folder = nodeRedFolder(userDir);
  const version = folder === undefined ? undefined : versionIn(folder);
  if (folder === undefined || version === undefined) {
    const fix = 'Install it with: sudo npm install -g --unsafe-perm node-red (on a Pi: https://nodered.org/docs/getting-started/raspberrypi).';
    return notHere('Node-RED', 'It was not found.', fix);
  }
  const oldest = manifest['node-red'].version.replace(/^\D+/, '');
  const facts = { version, folder };
  if (!isOlder(version, oldest)) return ok('Node-RED', `Version ${version}.`, facts);
  return problem('Node-RED', `Version ${version} is too old.`, `Install ${oldest} or later: sudo npm install -g --unsafe-perm node-red.`, facts);
}

function inUserDir(userDir: string, manifest: Manifest): Finding {
  const version = versionIn(join(userDir, 'node_modules', manifest.name));
  const subject = 'the nodes in Node-RED';
  const facts = { userDir, version: version ?? null };
  if (version !== undefined) return ok(subject, `Version ${version}, in ${userDir}.`, facts);
  if (isCheckout() && userDir === usualUserDir()) return ok(subject, `npm start loads them from ${packageRoot()}.`, { ...facts, version: manifest.version });
  return notHere(subject, `They are not installed in ${userDir}.`, `Install them there: npm install PATH/${packedName(manifest)}.`, facts);
}

const packedName = ({ name, version }: Manifest): string => `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

function dependency(name: string): Finding[] {
  const folder = folderOf(name);
  if (folder !== undefined) return [];
  return [problem(name, 'This package is missing.', 'Install the package again.')];
}

export const packages: Check = {
  name: 'packages',
  title: 'Packages',
  limitMs: 2000,
  run: ({ userDir }: Machine) => {
    const manifest = ownManifest();
    const { name, version, dependencies } = manifest;
    return Promise.resolve([
      ok('this package', `${name} ${version}.`, { name, version }),
      ...Object.keys(dependencies).flatMap(dependency),
      nodeRed(userDir, manifest),
      inUserDir(userDir, manifest),
    ]);
  },
};
