// Compiles the package into dist/, fills vendor/ and bundles the practice page into page/resources/. The new dist/ is built in a folder of its own and replaces the old one
// at the end: a failed build leaves the last good one, and no old file stays.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeCatalogues } from './lib/catalogues.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';
import { gatherLibraries } from './lib/vendor.mjs';

const OUT = inRoot('dist');
const NEXT = inRoot('dist.next');
const OLD = inRoot('dist.old');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Node-RED looks for a node's icon and catalogues beside its .js file. */
function writeIconsAndCatalogues() {
  for (const [type, file] of Object.entries(readJson(inRoot('package.json'))['node-red'].nodes)) {
    const folder = dirname(file).replace(/^dist\//, '');
    cpSync(inRoot('icons', `${type}.svg`), join(NEXT, folder, 'icons', `${type}.svg`));
    writeCatalogues(inRoot('locales'), type, join(NEXT, folder, 'locales'));
  }
}

/** Every node that package.json names must have been compiled, with its dialog. */
function checkNodes() {
  const nodes = Object.values(readJson(inRoot('package.json'))['node-red'].nodes);
  const wanted = nodes.flatMap((file) => [file, file.replace(/\.js$/, '.html')]);
  const missing = wanted.filter((file) => !existsSync(join(NEXT, file.replace(/^dist\//, ''))));
  if (missing.length > 0) throw new Error(`package.json names files that the build did not make: ${missing.join(', ')}`);
}

async function runOrEnd(args) {
  if ((await runNode(args)) === 0) return;
  rmSync(NEXT, { recursive: true, force: true });
  process.exit(1);
}

rmSync(NEXT, { recursive: true, force: true });
await runOrEnd([inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--outDir', NEXT]);
await runOrEnd(['--require', 'tsx/cjs', inRoot('tools', 'dialogs', 'main.ts'), NEXT]);
writeIconsAndCatalogues();
checkNodes();
await gatherLibraries();
await runOrEnd([inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build', inRoot('page')]);
writeFileSync(join(NEXT, '.built'), '');
rmSync(OLD, { recursive: true, force: true });
if (existsSync(OUT)) renameSync(OUT, OLD);
renameSync(NEXT, OUT);
rmSync(OLD, { recursive: true, force: true });
console.log(`Built ${basename(OUT)}/, vendor/ and page/resources/.`);
