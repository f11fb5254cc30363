// The whole check: `npm test [-- MOCHA OPTIONS OR FILES]`. Its last line counts the tests, and each of
// build, type check and lint as one more.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installTestPrograms } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';

const TIME_LIMIT_MS = 14 * 60_000;
const bin = (...parts) => inRoot('node_modules', ...parts);
const counts = { passed: 0, failed: 0, skipped: 0 };

async function step(name, args) {
  console.log(`\n== ${name}`);
  const code = await runNode(args);
  counts[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) console.error(`${name} failed.`);
  return code === 0;
}

async function runTests(args) {
  console.log('\n== tests');
  const folder = mkdtempSync(join(tmpdir(), 'pron-test-'));
  const file = join(folder, 'counts.json');
  const code = await runNode(
    [
      bin('mocha', 'bin', 'mocha.js'), '--require', 'tsx/cjs',
      '--reporter', inRoot('scripts', 'lib', 'mocha-reporter.cjs'), ...args,
    ],
    // A test that leaves something running would keep mocha for ever; the limit makes that a failure.
    { env: { ...process.env, PRON_TEST_COUNTS: file }, timeout: TIME_LIMIT_MS },
  );
  try {
    const { passes, failures, pending } = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += passes;
    counts.failed += failures;
    counts.skipped += pending;
    if (code !== 0 && failures === 0) counts.failed += 1;
  } catch {
    console.error('The tests did not run to their end.');
    counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  if (!(await ensureDependencies())) {
    counts.failed += 1;
    return;
  }
  await installTestPrograms();
  const built = await step('build', [inRoot('scripts', 'build.mjs')]);
  await step('type check', [bin('typescript', 'bin', 'tsc'), '--noEmit']);
  await step('lint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.']);
  const chosen = process.argv.slice(2);
  // Tests of a package that was not built would only repeat the one cause.
  if (built) await runTests(chosen.length > 0 ? chosen : ['test/**/*.test.ts']);
}

await main();
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
