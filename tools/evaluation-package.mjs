// Makes the package of evaluate and calibrate from the last build: `node tools/evaluation-package.mjs [FOLDER]`, then
// `npm publish FOLDER`. The folder is dist-evaluation/ where none is named.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { inRoot } from './lib/paths.mjs';

const FROM = inRoot('dist', 'evaluation');
const to = resolve(process.argv[2] ?? inRoot('dist-evaluation'));

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What lies outside of evaluation/ comes from the package of the nodes, in that package's dist/. */
function withPackageImports(source, file, nodes) {
  return source.replace(/\brequire\("(\.[^"]+)"\)/g, (call, path) => {
    const target = resolve(dirname(file), path);
    if (target.startsWith(FROM + sep)) return call;
    return `require("${nodes}/${relative(inRoot(), target).split(sep).join('/')}")`;
  });
}

if (!existsSync(FROM)) {
  console.error('There is no dist/evaluation: run `npm run build` first.');
  process.exit(1);
}
const main = readJson(inRoot('package.json'));
rmSync(to, { recursive: true, force: true });
cpSync(FROM, to, { recursive: true });
for (const name of readdirSync(to, { recursive: true }).filter((each) => each.endsWith('.js'))) {
  const source = readFileSync(join(FROM, name), 'utf8');
  writeFileSync(join(to, name), withPackageImports(source, join(FROM, name), main.name));
}
// The two packages are released together: one version, and no other fits.
const manifest = { ...readJson(inRoot('evaluation', 'package.json')), version: main.version, dependencies: { [main.name]: main.version } };
writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync(inRoot('evaluation', 'README.md'), join(to, 'README.md'));
cpSync(inRoot('LICENSE'), join(to, 'LICENSE'));
console.log(`Made ${to}.`);
