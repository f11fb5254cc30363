// The release ring: `npm run test:release`. It installs what it needs as root on Debian; elsewhere, tests that need a
// missing program are skipped and name it. `-- --node-red-5 [FILES]` runs tests on Node-RED 5 alone.
import { installTestPrograms } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { prepareNodeRed5 } from './lib/node-red-5.mjs';
import { inRoot } from './lib/paths.mjs';
import { EXACT, ignoring, LATENCY, MIXED, ON_NODE_RED_5 } from './lib/rings.mjs';
import { inTwoRows, TestRun } from './lib/test-run.mjs';

const run = new TestRun();
// In CI everything is installed and everything is tested.
if (process.env.CI === 'true') process.env.PRON_SKIP_NOTHING = 'true';
const ALONE = ignoring(...EXACT, LATENCY);

async function onNodeRed5(args, options) {
  const { node, env, reason } = await prepareNodeRed5();
  if (reason === undefined) return run.tests('tests on Node-RED 5', args, { node, env, ...options });
  console.error(`\n== tests on Node-RED 5: skipped, ${reason}.`);
  run.count('tests on Node-RED 5', process.env.CI === 'true' ? { failed: [{ title: reason }] } : { skipped: 1 });
}

const tests = (name, patterns, env = {}) => (options) => run.tests(name, [...patterns, ...ALONE], { ...options, env });

async function runAll() {
  await run.tests('tests that measure time', [...EXACT, LATENCY]);
  await inTwoRows([
    tests('the running package', ['test/{system,scorecard}/**/*.release.test.ts']),
    // One thread: two that wait for each other on a busy core take many times as long.
    tests('training', ['test/training/**/*.release.test.ts'], { OMP_NUM_THREADS: '1' }),
    tests('trials', ['test/trials/**/*.release.test.ts']),
    (options) => onNodeRed5(ON_NODE_RED_5, options),
    tests('nodes, devices and voices', ['test/!(system|scorecard|training|trials)/**/*.release.test.ts', ...MIXED]),
  ]);
  await onNodeRed5([LATENCY]);
}

async function main() {
  if (!(await ensureDependencies())) return run.count('npm', { failed: [{ title: 'the dependencies are not installed' }] });
  await installTestPrograms();
  if (!(await run.step('build', [inRoot('tools', 'build.mjs')]))) return;
  const [first, ...others] = process.argv.slice(2);
  if (first === '--node-red-5') return onNodeRed5(others.length > 0 ? others : ['test/{nodes,system}/**/*.test.ts']);
  if (first !== undefined) return run.tests('tests', [first, ...others]);
  return runAll();
}

await main();
process.exit(run.close());
