// The whole check: `npm test [-- MOCHA OPTIONS OR FILES]`; with --node-red-5 as the first argument the tests run on
// Node-RED 5. The last line counts the tests, and each of build, type check and lint as one more.
import { installTestPrograms } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { runMocha } from './lib/mocha.mjs';
import { prepareNodeRed5 } from './lib/node-red-5.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';

const TIME_LIMIT_MS = 14 * 60_000;
const ALL = 'test/**/*.test.ts';
/** The tests that start a Node-RED. */
const NODE_RED = ['test/nodes/**/*.test.ts', 'test/system/**/*.test.ts'];
/** Those that run the whole package. */
const SYSTEM = 'test/system/**/*.test.ts';
/** What measures times has the machine to itself. */
const LATENCY = 'test/system/practice/latency.test.ts';
const EXACT = ['test/engine/event-loop.test.ts', 'test/robustness/lateness.test.ts', LATENCY];
/** Minutes of Python. */
const TRAINING = 'test/training/**/*.test.ts';

const start = Date.now();
const bin = (...parts) => inRoot('node_modules', ...parts);
const counts = { passed: 0, failed: 0, skipped: 0 };

const ignoring = (...files) => files.flatMap((file) => ['--ignore', file]);

function count({ passed = 0, failed = 0, skipped = 0 }) {
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
}

async function step(name, args) {
  console.log(`\n== ${name}`);
  const code = await runNode(args);
  count(code === 0 ? { passed: 1 } : { failed: 1 });
  if (code !== 0) console.error(`${name} failed.`);
  return code === 0;
}

/** A test that leaves something running would keep mocha for ever; the limit makes that a failure. */
async function runTests(name, args, options) {
  console.log(`\n== ${name}`);
  count(await runMocha(args, { timeout: Math.max(1000, start + TIME_LIMIT_MS - Date.now()), ...options }));
}

async function runOnNodeRed5(args, options) {
  const { node, env, reason } = await prepareNodeRed5();
  if (reason === undefined) return runTests('tests on Node-RED 5', args, { node, env, ...options });
  console.error(`\n== tests on Node-RED 5: skipped, ${reason}.`);
  count(process.env.CI === 'true' ? { failed: 1 } : { skipped: 1 });
}

/** Two rows side by side, as a small machine has two cores; what the second writes is shown when each part has ended. */
async function runRows() {
  const first = async () => {
    await runTests('tests', [ALL, ...ignoring(...EXACT, TRAINING, SYSTEM)]);
    await runTests('tests of the running package', [SYSTEM, ...ignoring(LATENCY)]);
  };
  const second = async () => {
    // Two threads that wait for each other on a core that is taken take many times as long as one.
    await runTests('tests of training, reported when they have ended', [TRAINING], { held: true, env: { OMP_NUM_THREADS: '1' } });
    await runOnNodeRed5([...NODE_RED, ...ignoring(LATENCY)], { held: true });
  };
  await Promise.all([first(), second()]);
}

async function runAll() {
  await runTests('tests that measure time', EXACT);
  await runRows();
  await runOnNodeRed5([LATENCY]);
}

async function main() {
  if (!(await ensureDependencies())) return count({ failed: 1 });
  await installTestPrograms();
  const built = await step('build', [inRoot('scripts', 'build.mjs')]);
  await step('type check', [bin('typescript', 'bin', 'tsc'), '--noEmit']);
  await step('lint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.']);
  // Tests of a package that was not built would only repeat the one cause.
  if (!built) return;
  const [first, ...others] = process.argv.slice(2);
  if (first === '--node-red-5') await runOnNodeRed5(others.length > 0 ? others : NODE_RED);
  else if (first !== undefined) await runTests('tests', [first, ...others]);
  else await runAll();
}

await main();
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
