import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { PYTHON } from '../../support/python';

const RUN = [join(packageRoot(), 'tools', 'run.mjs'), 'trials/against-original', '--rounds', '1', '--repeats', '1'];
/** A Python with the original's libraries, which PyPI has and Debian has not. */
const ORIGINAL = process.env.PRON_ORIGINAL_PYTHON ?? PYTHON;

const start = (python: string): ReturnType<typeof spawnSync> & { stdout: string; stderr: string } =>
  spawnSync(process.execPath, [...RUN, '--python', python], { encoding: 'utf8' });

describe("the original's chain and ours", function () {
  this.timeout(300_000);

  it('say in a sentence what to install where the original\'s libraries are missing', () => {
    const { status, stderr } = start('/nowhere/python');
    assert.equal(status, 1);
    assert.match(stderr, /\/nowhere\/python can't run the original: there is no such program\. Make an environment/);
    assert.match(stderr, /pip install 'numpy<2' librosa noisereduce matplotlib/);
  });

  it('take the same recording through both, and print every stage', function () {
    const found = spawnSync(ORIGINAL, ['-c', 'import librosa, noisereduce, matplotlib, torch']);
    if (found.status !== 0) {
      // In CI too: nobody installs these libraries for one test.
      if (this.test) this.test.title += ' (skipped: needs librosa, noisereduce and matplotlib from PyPI; name their Python in PRON_ORIGINAL_PYTHON)';
      this.skip();
    }
    const { status, stdout, stderr } = start(ORIGINAL);
    assert.equal(status, 0, stderr);
    const lines = stdout.trim().split('\n').filter((line) => / times$/.test(line));
    assert.ok(lines.length >= 11, stdout);
    for (const line of lines) assert.match(line, /: [\d.]+ ms; [\d.]+ ms; [\d.]+ times$/);
  });
});
