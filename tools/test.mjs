// The whole check: `npm test [-- MOCHA OPTIONS OR FILES]`; with --node-red-5 as the first argument the tests run on
// Node-RED 5. What failed is said again at the end; the last line counts the tests, and each of build, type check and lint
// as one more.
import { installTestPrograms } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { runMocha } from './lib/mocha.mjs';
import { prepareNodeRed5 } from './lib/node-red-5.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/process.mjs';

/** What measures times has the machine to itself. */
const LATENCY = 'test/system/practice/latency.test.ts';
const EXACT = ['test/engine/event-loop.test.ts', 'test/trials/lateness.test.ts', LATENCY];
/** Minutes of Python, by one thread: two that wait for each other on a core that is taken take many times as long. */
const TRAINING = 'test/training/**/*.test.ts';
/** Load, soak, kills, redeploys, bad input, in their short forms. */
const ROBUSTNESS = 'test/trials/**/*.test.ts';
/** The tests that start a Node-RED: its nodes, and the whole package. */
const NODES = 'test/nodes/**/*.test.ts';
const SYSTEM = 'test/system/**/*.test.ts';
/** What runs again on Node-RED 5: the nodes in their ordinary use, the editor and the package. The rest is about recorders,
 *  voices, models, lessons or the command line, and runs there with `npm test -- --node-red-5` alone. */
const ON_NODE_RED_5 = [
  'test/nodes/lib/*.test.ts',
  ...[
    'nodes/admin-routes', 'nodes/clone', 'nodes/editor', 'nodes/life-cycle', 'nodes/pron-gain', 'nodes/pron-mel', 'nodes/pron-mic',
    'nodes/pron-noise', 'nodes/pron-play', 'nodes/pron-score', 'nodes/pron-time', 'nodes/pron-tts', 'nodes/pron-vad',
    'system/admin-routes', 'system/editor', 'system/editor-use', 'system/examples', 'system/node-red',
  ].map((name) => `test/${name}.test.ts`),
];

const bin = (...parts) => inRoot('node_modules', ...parts);
const REASON_LINES = 12;
const counts = { passed: 0, skipped: 0 };
/** {part, title, file, reason} */
const failures = [];

const ignoring = (...files) => files.flatMap((file) => ['--ignore', file]);

function count(part, { passed = 0, failed = [], skipped = 0 }) {
  counts.passed += passed;
  counts.skipped += skipped;
  for (const failure of failed) failures.push({ part, ...failure });
}

async function step(name, args, options) {
  console.log(`\n== ${name}`);
  const code = await runNode(args, options);
  count(name, code === 0 ? { passed: 1 } : { failed: [{ title: `exit code ${code}` }] });
  return code === 0;
}

async function runTests(name, args, options) {
  console.log(`\n== ${name}`);
  count(name, await runMocha(args, options));
}

async function runOnNodeRed5(args, options) {
  const { node, env, reason } = await prepareNodeRed5();
  if (reason === undefined) return runTests('tests on Node-RED 5', args, { node, env, ...options });
  console.error(`\n== tests on Node-RED 5: skipped, ${reason}.`);
  count('tests on Node-RED 5', process.env.CI === 'true' ? { failed: [{ title: reason }] } : { skipped: 1 });
}

/** All parts, by two workers, as a small machine has two cores, in an order that keeps both busy to the end. What the second writes is shown when
 *  each part has ended. */
async function runParts() {
  const parts = [
    (options) => runTests('tests of robustness', [ROBUSTNESS, ...ignoring(...EXACT)], options),
    (options) => runTests('tests', ['test/**/*.test.ts', ...ignoring(...EXACT, ROBUSTNESS, TRAINING, SYSTEM)], options),
    (options) => runTests('tests of training', [TRAINING], { ...options, env: { OMP_NUM_THREADS: '1' } }),
    (options) => runTests('tests of the running package', [SYSTEM, ...ignoring(LATENCY)], options),
    (options) => runOnNodeRed5(ON_NODE_RED_5, options),
  ];
  const worker = async (options) => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) await part(options);
  };
  await Promise.all([worker({ held: true }), worker({})]);
}

async function runAll() {
  await runTests('tests that measure time', EXACT);
  await runParts();
  await runOnNodeRed5([LATENCY]);
}

async function main() {
  if (!(await ensureDependencies())) return count('npm', { failed: [{ title: 'the dependencies are not installed' }] });
  await installTestPrograms();
  const built = await step('build', [inRoot('tools', 'build.mjs')]);
  await Promise.all([
    step('type check', [bin('typescript', 'bin', 'tsc'), '--noEmit'], { held: true }),
    step('lint', [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'], { held: true }),
  ]);
  // Tests of a package that was not built would only repeat the one cause.
  if (!built) return;
  const [first, ...others] = process.argv.slice(2);
  if (first === '--node-red-5') await runOnNodeRed5(others.length > 0 ? others : [NODES, SYSTEM]);
  else if (first !== undefined) await runTests('tests', [first, ...others]);
  else await runAll();
}

function sayFailuresAgain() {
  if (failures.length > 0) console.log('\n== failed');
  for (const { part, title, file, reason = '' } of failures) {
    console.log(`\n${part}: ${title}${file === undefined ? '' : ` (${file})`}`);
    for (const line of reason.split('\n').slice(0, REASON_LINES)) console.log(`    ${line}`);
  }
}

await main();
sayFailuresAgain();
console.log(`\n${counts.passed} passed, ${failures.length} failed, ${counts.skipped} skipped`);
process.exit(failures.length === 0 ? 0 : 1);
