import { inRoot } from './paths.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);

/** The rooms whose imports are checked. */
const ROOMS = [
  'base', 'pipeline', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'practice', 'cli', 'training', 'trials',
  'tools', 'test',
];

/** The quick checks of the source code, each a name and what Node.js runs. */
const CHECKS = [
  ['lint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.']],
  ['types', [bin('typescript', 'bin', 'tsc'), '--noEmit']],
  ['arrows of imports', [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...ROOMS]],
  ['dead code', [bin('knip', 'bin', 'knip.js'), '--no-progress']],
  ['order of package.json', [bin('sort-package-json', 'cli.js'), '--check', 'package.json']],
];

/** Runs the quick checks in two rows: lint takes as long as the others together. */
export async function runChecks(run) {
  const [lint, ...others] = CHECKS;
  const inTurn = async () => {
    for (const [name, args] of others) await run.step(name, args, { held: true });
  };
  await Promise.all([run.step(...lint, { held: true }), inTurn()]);
}
