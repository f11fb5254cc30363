import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { VENDORED } from './vendor.mjs';

/** What the build reads; a change in any of it makes dist/ out of date. */
const SOURCES = [
  'base', 'pipeline', 'language', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'cli', 'types',
  'locales', 'icons', 'page/src', 'page/vite.config.mjs', 'tools/build.mjs', 'tools/dialogs', 'tools/lib',
  'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json',
];

/** The build writes it last: an interrupted build does not count. */
export const STAMP = inRoot('dist', '.built');

function newest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  // A deleted file changes the time of its folder.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), status.mtimeMs);
}

/** Whether dist/ is missing or older than anything it was made from. */
export function needsBuild() {
  const made = [STAMP, inRoot('page', 'resources', 'ui-pron-practice.umd.js'), ...VENDORED.map((library) => inRoot('vendor', library))];
  if (!made.every(existsSync)) return true;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.some((source) => newest(inRoot(source)) > built);
}
