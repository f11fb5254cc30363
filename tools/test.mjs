// The commit ring: `npm test [-- MOCHA OPTIONS OR FILES]`. It needs no root, no system packages, and no network but for the
// first `npm ci`. The last line counts the tests, and each of build and checks as one more.
import { runChecks } from './lib/checks.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { COMMIT_PARTS, COMMIT_REST, ignoring, RELEASE } from './lib/rings.mjs';
import { inTwoRows, TestRun } from './lib/test-run.mjs';

const run = new TestRun();

async function main() {
  if (!(await ensureDependencies())) return run.count('npm', { failed: [{ title: 'the dependencies are not installed' }] });
  const files = process.argv.slice(2);
  if (files.length === 0) await runChecks(run);
  // Tests of a package that was not built would only repeat the one cause.
  if (!(await run.step('build', [inRoot('tools', 'build.mjs')]))) return;
  if (files.length > 0) return run.tests('tests', files);
  const parts = [...COMMIT_PARTS, ['the rest', COMMIT_REST]];
  await inTwoRows(parts.map(([name, patterns]) => (options) => run.tests(name, [...patterns, ...ignoring(RELEASE)], options)));
}

await main();
process.exit(run.close());
