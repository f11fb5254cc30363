import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { runHere } from './process.mjs';

/**
 * Runs mocha on files or patterns, by this Node.js or another one (`node`), with `env` added to the environment.
 * The further options are those of `runHere`. Resolves to {passed, failed, skipped}.
 */
export async function runMocha(args, { node = process.execPath, env = {}, ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'pron-test-'));
  const file = join(folder, 'counts.json');
  const code = await runHere(
    node,
    [
      inRoot('node_modules', 'mocha', 'bin', 'mocha.js'),
      '--reporter', inRoot('scripts', 'lib', 'mocha-reporter.cjs'), ...args,
    ],
    { env: { ...process.env, ...env, PRON_TEST_COUNTS: file }, ...options },
  );
  try {
    const { passes, failures, pending } = JSON.parse(readFileSync(file, 'utf8'));
    const others = code !== 0 && failures === 0 ? 1 : 0;
    return { passed: passes, failed: failures + others, skipped: pending };
  } catch {
    console.error('The tests did not run to their end.');
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
