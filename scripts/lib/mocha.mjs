import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { runHere } from './process.mjs';

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passes: 0, pending: 0, ended: false, failed: [] };
  }
}

/** A failure of the run itself, beside those of its tests; undefined where it ended as it should. */
function failureOfTheRun({ ended, atWork, failures }, code) {
  if (!ended) {
    const where = atWork === undefined ? 'before the first test' : `at work: ${atWork}`;
    return { title: 'The tests did not run to their end', reason: where };
  }
  if (code !== 0 && failures === 0) return { title: 'The tests passed, but mocha did not', reason: `exit code ${code}` };
  return undefined;
}

/**
 * Runs mocha on files or patterns, by this Node.js or another one (`node`), with `env` added to the environment.
 * The further options are those of `runHere`. Resolves to {passed, skipped, failed}: counts, and a list of
 * {title, file (from the root), reason}.
 */
export async function runMocha(args, { node = process.execPath, env = {}, ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'pron-test-'));
  const file = join(folder, 'results.json');
  const code = await runHere(
    node,
    [
      inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
      '--reporter', inRoot('scripts', 'lib', 'mocha-reporter.cjs'), ...args,
    ],
    { env: { ...process.env, ...env, PRON_TEST_RESULTS: file }, ...options },
  );
  const results = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  const own = failureOfTheRun(results, code);
  const failed = results.failed.map((failure) => ({ ...failure, file: failure.file && relative(root, failure.file) }));
  return { passed: results.passes, skipped: results.pending, failed: own ? [...failed, own] : failed };
}
