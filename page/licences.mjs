import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

const FILE = 'LICENCES.txt';
const RULE = `\n${'-'.repeat(80)}\n\n`;

/** The folder of the package that a module is of; undefined for the page's own code. */
function packageOf(module) {
  const [path] = module.replace(/^\0/, '').split('?');
  if (!path.includes(`${sep}node_modules${sep}`)) return undefined;
  let folder = dirname(path);
  // A folder inside a package may have a package.json without a name, which only says what kind its modules are.
  while (!(existsSync(join(folder, 'package.json')) && JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name)) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  return folder;
}

/** Name, version, licence and its text. @throws Error for a package without a text: it may not be passed on like that */
function noteOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one));
  if (file === undefined) throw new Error(`${name} is in the page's bundle and has no text of its licence.`);
  return `${name} ${version}\nLicence: ${license}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/** Writes the licences of all packages that are in the bundle beside it, sorted by name. */
export const licences = () => ({
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => Object.entries(chunk.modules ?? {}));
    const folders = new Set(modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([module]) => packageOf(module)).filter(Boolean));
    this.emitFile({ type: 'asset', fileName: FILE, source: [...folders].map(noteOf).sort().join(RULE) });
  },
});
