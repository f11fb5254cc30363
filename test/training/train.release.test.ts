import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { needsProgram } from '../support/programs';
import { needsPython, PYTHON } from '../support/python';

const ROOT = packageRoot();
const SPEECH = join(ROOT, '..', 'shared', 'speech');
const LEARNERS = join(SPEECH, 'english-learners');

describe('training', function () {
  this.timeout(900_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-training-'));
    mkdirSync(join(folder, 'models'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function train(): string {
    const run = spawnSync(
      PYTHON,
      [
        ...[join(ROOT, 'training', 'train.py'), '--short', '--threads', '1', '--name', 'short'],
        ...['--work', join(folder, 'work'), '--out', join(folder, 'models')],
      ],
      { encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
    );
    assert.equal(run.status, 0, run.stderr.slice(-2000));
    return run.stdout;
  }

  it('goes from recordings to a model that the pipeline runs, and goes on where it was', function () {
    if (!existsSync(SPEECH)) {
      if (this.test) this.test.title += ' (skipped: the recordings in ../shared/speech are missing)';
      this.skip();
    }
    needsProgram(this, 'espeak-ng', 'ffmpeg');
    needsPython(this, 'torch');
    assert.match(train(), /ctc epoch 1\/1[^]*head step/);
    assert.doesNotMatch(train(), /ctc epoch|head step/, 'a second run repeats no step');

    const recording = (name: string): string => join(ROOT, 'practice', 'recordings', `${name}.wav`);
    const score = spawnSync(
      process.execPath,
      [
        ...[join(ROOT, 'bin', 'pronunciation.js'), 'score', '--json', '--model', 'short'],
        ...['--models', join(folder, 'models')],
        ...['--learner', recording('ko-correct'), '--reference', recording('ko-mispronounced')],
      ],
      { encoding: 'utf8' },
    );
    assert.equal(score.status, 0, score.stderr);
    const { model, distance } = JSON.parse(score.stdout) as { model: string; distance: number };
    assert.equal(model, 'short');
    assert.ok(distance > 0 && Number.isFinite(distance), String(distance));

    const heard = readFileSync(join(folder, 'work', 'features', '0', 'files.tsv'), 'utf8');
    const report = new Set(readFileSync(join(LEARNERS, 'report-speakers.txt'), 'utf8').split(/\s+/));
    const labels = readFileSync(join(LEARNERS, 'labels.jsonl'), 'utf8').trim().split('\n');
    const files = labels.map((line) => JSON.parse(line) as { file: string; speaker: string });
    assert.deepEqual(files.filter(({ file, speaker }) => report.has(speaker) && heard.includes(file)), []);
    assert.ok(files.some(({ file }) => heard.includes(file)));
    assert.equal(heard.match(/korean\/zeroth.*opus/g)?.length, 5, 'the other Korean sentences are for reporting only');
    assert.doesNotMatch(heard, /pooi_digits/);

    const manifest = JSON.parse(readFileSync(join(folder, 'models', 'short.json'), 'utf8')) as {
      training: { data: { licence: string }[] };
    };
    assert.ok(manifest.training.data.some(({ licence }) => licence === 'CC BY 4.0'));
  });
});
