import { inRoot } from './paths.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);
const cache = (name) => inRoot('node_modules', '.cache', 'check', name);
const LINT_CACHE = ['--cache', '--cache-strategy', 'content', '--cache-location', cache('lint.json')];

/** The rooms whose imports are checked. */
const ROOMS = [
  'base', 'pipeline', 'language', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'practice', 'cli', 'training', 'trials',
  'tools', 'test', 'page/src',
];

/** The quick checks of the source code, each a name and what Node.js runs. */
const CHECKS = [
  ['lint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.']],
  ['types', [bin('typescript', 'bin', 'tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', cache('types.json')]],
  ['types of the page', [bin('vue-tsc', 'bin', 'vue-tsc.js'), '-p', inRoot('page', 'tsconfig.json')]],
  ['arrows of imports', [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...ROOMS]],
  ['dead code', [bin('knip', 'bin', 'knip.js'), '--no-progress']],
  ['order of package.json', [bin('sort-package-json', 'cli.js'), '--check', 'package.json']],
];

/**
 * Runs the quick checks in two rows: lint takes as long as the others together.
 * @param fast lints changed files alone: a change of a type elsewhere may go unnoticed
 */
export async function runChecks(run, { fast = false } = {}) {
  const [[name, args], ...others] = CHECKS;
  const inTurn = async () => {
    for (const other of others) await run.step(...other, { held: true });
  };
  await Promise.all([run.step(name, fast ? [...args, ...LINT_CACHE] : args, { held: true }), inTurn()]);
}
