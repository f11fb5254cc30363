// Compiles the package into dist/ and gathers vendor/. Everything is made beside the old dist/ and
// changed over at the end, so a failed build leaves the last good one and no file of an older one stays.
import {
  copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { editorSource } from './lib/editor-source.cjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';
import { gatherOnnxruntimeWeb } from './lib/vendor.mjs';

const OUT = inRoot('dist');
const NEXT = inRoot('dist.next');
const OLD = inRoot('dist.old');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const filesIn = (folder, extension) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(extension)) : [];

/** Node-RED looks for a node's dialog, icons and catalogues beside its .js file. */
function writeEditorFiles() {
  const nodes = join(NEXT, 'nodes');
  for (const name of filesIn(inRoot('nodes'), '.html')) writeFileSync(join(nodes, name), editorSource(inRoot('nodes', name)));
  if (existsSync(inRoot('icons'))) cpSync(inRoot('icons'), join(nodes, 'icons'), { recursive: true });
}

/** `ours` over `theirs`, branch by branch. */
function merged(theirs, ours) {
  if (typeof theirs !== 'object' || typeof ours !== 'object') return ours;
  const both = Object.entries(ours).map(([key, value]) => [key, key in theirs ? merged(theirs[key], value) : value]);
  return { ...theirs, ...Object.fromEntries(both) };
}

/** Each node has a namespace of its own, so what they share is merged into every catalogue. */
function writeCatalogues() {
  for (const language of readdirSync(inRoot('locales'))) {
    const from = inRoot('locales', language);
    const to = join(NEXT, 'nodes', 'locales', language);
    mkdirSync(to, { recursive: true });
    const shared = existsSync(join(from, 'shared.json')) ? readJson(join(from, 'shared.json')) : {};
    const errors = readJson(join(from, 'errors.json'));
    for (const name of filesIn(from, '.json').filter((file) => file.startsWith('pron-'))) {
      const catalogue = { ...merged(shared, readJson(join(from, name))), errors };
      writeFileSync(join(to, name), `${JSON.stringify(catalogue, null, 2)}\n`);
    }
    for (const name of filesIn(from, '.html')) copyFileSync(join(from, name), join(to, name));
  }
}

/** Every node that package.json names must have been compiled, with its dialog. */
function checkNodes() {
  const nodes = Object.values(readJson(inRoot('package.json'))['node-red'].nodes);
  const wanted = nodes.flatMap((file) => [file, file.replace(/\.js$/, '.html')]);
  const missing = wanted.filter((file) => !existsSync(join(NEXT, file.replace(/^dist\//, ''))));
  if (missing.length > 0) throw new Error(`package.json names files that the build did not make: ${missing.join(', ')}`);
}

rmSync(NEXT, { recursive: true, force: true });
const compiled = await runNode([
  inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--outDir', NEXT,
]);
if (compiled !== 0) {
  rmSync(NEXT, { recursive: true, force: true });
  process.exit(1);
}
writeEditorFiles();
writeCatalogues();
checkNodes();
gatherOnnxruntimeWeb();
writeFileSync(join(NEXT, '.built'), '');
rmSync(OLD, { recursive: true, force: true });
if (existsSync(OUT)) renameSync(OUT, OLD);
renameSync(NEXT, OUT);
rmSync(OLD, { recursive: true, force: true });
console.log(`Built ${basename(OUT)}/ and vendor/.`);
