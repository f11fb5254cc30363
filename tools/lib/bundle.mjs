import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The folder of the package that a module belongs to, or undefined for what the bundler adds. A null byte marks what it has rewritten. */
const packageOf = (module) => /^\0?(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(module)?.[1];

/** Name, version and licence of a package, with the licence's text where the package has one. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version}: ${license}\n${text}`;
}

/**
 * One CommonJS file of a library and of all that it imports, for Node.js 20, with the licences of the packages that are in
 * it. Resolves to {code, licences}.
 * @param entry the library's main file, absolute
 */
export async function bundle(entry) {
  if (!existsSync(entry)) throw new Error(`There is no ${entry}.`);
  // Loaded here: whether a build is due is asked before the first installation.
  const { build } = await import('vite');
  const { output: [chunk] } = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, minify: true, target: 'node20', rollupOptions: { output: { format: 'cjs' } } },
  });
  const folders = [...new Set(Object.keys(chunk.modules).map(packageOf))].filter((folder) => folder !== undefined);
  return { code: chunk.code, licences: folders.sort().map(licenceOf).join(`\n${'-'.repeat(80)}\n\n`) };
}
