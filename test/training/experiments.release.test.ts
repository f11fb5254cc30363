import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { needsProgram } from '../support/programs';
import { needsPython, PYTHON } from '../support/python';

const ROOT = packageRoot();
const SPEECH = join(ROOT, '..', 'shared', 'speech');
const EXPERIMENTS = join(ROOT, 'training', 'experiments');

function python(args: readonly string[]): string {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: EXPERIMENTS };
  const run = spawnSync(PYTHON, args, { encoding: 'utf8', env });
  assert.equal(run.status, 0, run.stderr.slice(-2000));
  return run.stdout;
}

/** Runs a script that prints JSON. */
const result = (script: string): Record<string, unknown> =>
  JSON.parse(python(['-c', `import json, common, numpy as np\n${script}\nprint(json.dumps(found))`])) as Record<string, unknown>;

describe("the original's experiments", function () {
  this.timeout(900_000);
  let work: string;
  before(function () {
    needsPython(this, 'torch');
    work = mkdtempSync(join(tmpdir(), 'pronunciation-experiments-'));
  });
  after(() => {
    if (work !== undefined) rmSync(work, { recursive: true, force: true });
  });

  it("build the original's network with its layers and its 99 million weights", () => {
    const found = result(`
import torch
from common.network import Original, weights_of
network = Original(3)
linear = [l for l in network.layers if isinstance(l, torch.nn.Linear)]
convolutions = [l for l in network.layers if isinstance(l, torch.nn.Conv2d)]
with torch.no_grad():
    shape = list(network.eval()(torch.rand(1, 3, 99, 250)).shape)
found = dict(weights=weights_of(network), linear=[[l.in_features, l.out_features] for l in linear],
             convolutions=[[c.in_channels, c.out_channels, *c.kernel_size] for c in convolutions], shape=shape,
             padding=sum(isinstance(l, torch.nn.ReflectionPad2d) for l in network.layers),
             norms=sum(isinstance(l, torch.nn.BatchNorm2d) for l in network.layers))`);
    assert.deepEqual(found, {
      weights: 99_254_537,
      linear: [[198_000, 500], [500, 500], [500, 5]],
      convolutions: [[3, 4, 3, 3], [4, 8, 3, 3], [8, 8, 3, 3]],
      shape: [1, 5],
      padding: 3,
      norms: 3,
    });
  });

  it('draw pairs of both classes and pull or push them by their label', () => {
    const found = result(`
import torch
from common.contrastive import class_pairs, contrastive_loss
pairs = class_pairs((30, 10), 4000, np.random.default_rng(1))
native = pairs[:, :2] < 30
loss = lambda distance, label: contrastive_loss(torch.tensor([distance]), torch.tensor([label]), 2.0).item()
found = dict(right=bool(((native[:, 0] != native[:, 1]) == pairs[:, 2]).all()), different=float(pairs[:, 2].mean()),
             reached=[int(pairs[:, :2].min()), int(pairs[:, :2].max())],
             losses=[loss(0.5, 0.0), loss(0.5, 1.0), loss(2.5, 1.0)])`);
    const { right, different, reached, losses } = found;
    assert.equal(right, true);
    assert.ok(Math.abs(Number(different) - 0.5) < 0.03);
    assert.deepEqual([reached, losses], [[0, 39], [0.25, 2.25, 0]]);
  });

  it('go on after an interruption as if there had been none', () => {
    const found = result(`
import contextlib, io, tempfile, torch
from common.contrastive import Training
from common.plan import Run
torch.set_num_threads(1)
rng = np.random.default_rng(1)
natives, foreigners = (rng.integers(0, 256, (6, 1, 99, 250), dtype=np.uint8) for _ in range(2))
def weights(folder, *epochs):
    for epoch in epochs:
        training = Training(Run(batch=4), natives, foreigners, folder + "/run.pt")
        training.until(epoch)
    return torch.cat([p.flatten() for p in training.network.parameters()])
with contextlib.redirect_stdout(io.StringIO()), tempfile.TemporaryDirectory() as a, tempfile.TemporaryDirectory() as b, tempfile.TemporaryDirectory() as c:
    whole, parts, one = weights(a, 3), weights(b, 1, 3), weights(c, 1)
found = dict(difference=float((whole - parts).abs().max()), moved=float((whole - one).abs().max()))`);
    assert.equal(found.difference, 0);
    assert.ok(Number(found.moved) > 0);
  });

  it('continue a run from the row with fewer epochs, and never judge one by a longer run', () => {
    const found = result(`
import os, tempfile
from common.plan import BASE, Row
from common.rows import earlier
with tempfile.TemporaryDirectory() as folder:
    for name in ("base-50.pt", "base-200.pt", "seed-2-60.pt"):
        open(os.path.join(folder, name), "w").close()
    found = [os.path.basename(earlier(folder, Row("", BASE, epoch)) or "-") for epoch in (50, 100, 300)]`);
    assert.deepEqual(found, ['-', 'base-50.pt', 'base-200.pt']);
  });

  it('show the mean and the range of several seeds, and count a shared run once', () => {
    const found = result(`
import tempfile
from types import SimpleNamespace
from common import table
from common.plan import BASE, Row
from common.results import Results
with tempfile.TemporaryDirectory() as folder:
    results = Results(folder)
    rows = [Row("50", BASE, 50), Row("100", BASE)]
    for row, pearson, seconds in ((rows[0], 0.1, 1800), (rows[1], 0.2, 3600), (rows[1].with_seed(2), 0.4, 3600)):
        results.write(row.key, dict(accuracy=[1, 1], pearson=pearson, cpuSeconds=seconds))
    results.add_preparation("gray", 1800)
    results.add_preparation("gray", 1800)
    experiment = SimpleNamespace(TITLE="epochs", CONCLUSION="So it is.", ROWS=rows)
    found = table.as_markdown(table.groups_of([experiment], results), results).split("\\n")`) as unknown as string[];
    assert.equal(found[0], '### Epochs');
    assert.match(found[4] ?? '', /^\| 50 \| 1 \|.*\| \+0\.10 \|.*\| 30\.0 \|$/);
    assert.match(found[5] ?? '', /^\| 100 \| 2 \|.*\| \+0\.30 \(\+0\.20 to \+0\.40\) \|.*\| 60\.0 \|$/);
    assert.equal(found[7], 'So it is.');
    assert.match(found[9] ?? '', /: 3\.0 hours\.$/);
  });

  it('say of each row that it was not run until it was', () => {
    const table = python([join(EXPERIMENTS, 'run.py'), '--table', '--work', work]);
    assert.equal(table.match(/not run/g)?.length, 30);
  });

  it('make the whole table in a small form, and repeat nothing', function () {
    if (!existsSync(SPEECH)) {
      if (this.test) this.test.title += ' (skipped: the recordings in ../shared/speech are missing)';
      this.skip();
    }
    needsProgram(this, 'espeak-ng', 'ffmpeg');
    const run = [join(EXPERIMENTS, 'run.py'), '--short', '--threads', '1', '--work', work];
    const output = python(run);
    assert.match(output, /pictures-37: epoch 1,/);
    const table = python([...run, '--markdown']);
    assert.doesNotMatch(table, /epoch \d/, 'a second run trains nothing');
    const rows = table.split('\n').filter((line) => /^\| (?!row|---)/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()));
    assert.equal(rows.length, 30);
    assert.equal(rows[0]?.[13], '397.0', 'megabytes of the original');
    for (const row of rows) assert.ok(Number(row[13]) > 0 && Number(row[8] === '-' ? 0 : row[8]) <= 1 && Number(row[14]) >= 0, row.join(' '));
  });
});
