import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { runHere } from './process.mjs';

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passes: 0, pending: 0, ended: false, failed: [], times: {} };
  }
}

const CHECK_MS = 2000;
/** Mocha fails a test at its own limit. Only a test that blocks the event loop gets past it: it is killed this much later. */
const BLOCKED_MS = 600_000;
/** A test that switches its limit off, and the loading of the files before the first test. */
const UNLIMITED_MS = 900_000;
/** How long something that the tests left running may keep mocha alive. */
const LEFT_RUNNING_MS = 30_000;

/** Why a run that last reported `silentMs` ago is stuck; undefined where it may still go on. */
function stuckBecause({ ended, atWork }, silentMs) {
  if (ended) return silentMs > LEFT_RUNNING_MS ? 'A test left something running' : undefined;
  const limit = atWork?.limitMs > 0 ? atWork.limitMs + BLOCKED_MS : UNLIMITED_MS;
  return silentMs > limit ? 'A test hung and was killed' : undefined;
}

/** Aborts `controller` with a reason when the run that writes `file` is stuck. Returns the timer. */
function watch(file, controller) {
  const start = Date.now();
  return setInterval(() => {
    const results = readResults(file);
    const last = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? start;
    const reason = stuckBecause(results, Date.now() - last);
    if (reason !== undefined) controller.abort(reason);
  }, CHECK_MS);
}

/** A failure of the run itself, beside those of its tests; undefined where it ended as it should. */
function failureOfTheRun({ ended, atWork, failures }, code, stuck) {
  const where = atWork === undefined ? 'before the first test' : `last test: ${atWork.title}`;
  if (stuck !== undefined) return { title: stuck, reason: where };
  if (!ended) return { title: 'The tests did not run to their end', reason: where };
  if (code !== 0 && failures === 0) return { title: 'The tests passed, but mocha did not', reason: `exit code ${code}` };
  return undefined;
}

/**
 * Runs mocha on files or patterns, by this Node.js or another one (`node`), with `env` added to the environment. There is
 * no limit for the whole run: each test has its own, and only a run that is stuck is killed.
 * The further options are those of `runHere`. Resolves to {passed, skipped, failed}: counts, and a list of
 * {title, file (from the root), reason}, and `times`: milliseconds by file.
 */
export async function runMocha(args, { node = process.execPath, env = {}, ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'pron-test-'));
  const file = join(folder, 'results.json');
  const controller = new AbortController();
  const timer = watch(file, controller);
  const code = await runHere(
    node,
    [
      inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
      '--reporter', inRoot('tools', 'lib', 'mocha-reporter.cjs'), ...args,
    ],
    { env: { ...process.env, ...env, PRON_TEST_RESULTS: file }, signal: controller.signal, killSignal: 'SIGKILL', ...options },
  );
  clearInterval(timer);
  const results = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  const own = failureOfTheRun(results, code, controller.signal.reason);
  const failed = results.failed.map((failure) => ({ ...failure, file: failure.file && relative(root, failure.file) }));
  const times = Object.fromEntries(Object.entries(results.times).map(([path, ms]) => [relative(root, path), ms]));
  return { passed: results.passes, skipped: results.pending, failed: own ? [...failed, own] : failed, times };
}
