import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { needsEar } from '../support/ear';
import { needsProgram } from '../support/programs';
import { needsPython, PYTHON } from '../support/python';

const ROOT = packageRoot();
const HEADS = join(ROOT, 'training', 'ear', 'heads');
const SPEECH = join(ROOT, '..', 'shared', 'speech');
const EVERY = '60';

describe("training of the ear's heads", function () {
  this.timeout(900_000);
  let folder: string;
  before(function () {
    needsPython(this, 'torch');
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-heads-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  function run(program: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } });
    assert.equal(status, 0, stderr.slice(-2000));
    return stdout + stderr;
  }
  const python = (script: string, ...args: readonly string[]): string => run(PYTHON, join(HEADS, script), ...args);
  const training = (...args: readonly string[]): string => run(process.execPath, join(ROOT, 'tools', 'run.mjs'), 'training', ...args);
  const at = (name: string): string => join(folder, name);

  it('has parts that work', () => {
    assert.match(run(PYTHON, '-m', 'unittest', 'discover', '-s', HEADS), /Ran [1-9]\d* tests[^]*OK/);
  });

  it('goes from recordings to figures on the held-out folds', function () {
    if (!existsSync(SPEECH)) {
      if (this.test) this.test.title += ' (skipped: the recordings in ../shared/speech are missing)';
      this.skip();
    }
    needsEar(this);
    needsProgram(this, 'ffmpeg');
    python('lists.py', '--out', at('lists'), '--every', EVERY);
    training('ear', '--list', at('lists/learners.tsv'), '--out', at('heard'));
    python('phones.py', '--heard', at('heard'), '--out', at('heads'), '--every', EVERY);
    assert.equal(readdirSync(at('heads')).length, 6);
    training('ear-features', '--list', at('lists/learners-heads.tsv'), '--heard', at('heard'), '--heads', at('heads'), '--out', at('features'));
    const judges = ['--features', at('features'), '--out', at('judges'), '--every', EVERY, '--seeds', '1'];
    const figures = python('cross_validate.py', ...judges);
    assert.match(figures, /all held-out folds: 4\d recordings\n {2}total +-?\d\.\d{3} {2}-?\d/);
    assert.match(figures, /one expert against the others: total 0\.\d{3}/);
  });
});
