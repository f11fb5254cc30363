import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { seededRandom, shuffled } from '../../base/random';
import { checkCalibration } from '../../models/calibration-check';
import { modelFingerprint, modelLabel } from '../../models/fingerprint';
import { findModel } from '../../models/store';
import { calibratedScore } from '../../pipeline/siamese/calibration';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import { temporaryModels } from '../engine/temporary-models';
import { lenient } from '../support/user-models';
import { inventedRatings, strict } from './calibration/ratings';
import { pronunciation, syllables, temporaryFolder, writeTable, writeWav } from '../cli/support';

const HEADER = ['learner', 'text', 'human', 'same', 'speaker', 'verdict', 'distance', 'model', 'error'];

describe('pronunciation calibrate', function () {
  this.timeout(400_000);
  const folder = temporaryFolder();
  let label: string;
  before(async () => {
    label = modelLabel('default', await modelFingerprint(await findModel('default')));
  });

  /** Details of 30 recordings of 6 speakers by a strict teacher, on 0 to 10; rows changed by `change`. */
  function details(name: string, change: (row: string[], i: number) => string[] = (row) => row, seed = 1): string {
    const rows = inventedRatings(seed, 30, strict).map(({ distance, points }, i) =>
      change([`${i}.wav`, 'hello', (points / 10).toFixed(1), '1', `speaker ${i % 6}`, 'scored', String(distance), label, ''], i),
    );
    return writeTable(folder, name, [HEADER, ...rows]);
  }
  const calibrate = (...args: readonly string[]) => pronunciation(['calibrate', ...args]);

  it('writes a calibration that is whole, and prints the error before and after', async () => {
    const out = join(folder, 'teacher.json');
    const { code, stdout, stderr } = await calibrate('--details', details('whole.tsv'), '--out', out);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Ratings +30 recordings of 6 speakers, scale from 0 \(0 points\) to 10 \(100 points\)$/m);
    assert.match(stdout, /^Cross-validation +6 folds, each of speakers/m);
    assert.match(stdout, /^Root mean squared error +2\.\d+ \([\d.]+ to [\d.]+\) +[01]\.\d+ \([\d.]+ to [\d.]+\)$/m);
    for (const label of ['Mean absolute error', 'Pearson', 'Spearman']) assert.match(stdout, new RegExp(`^${label} +\\d`, 'm'));
    assert.match(stdout, /^The map helps: the error falls from 2\.\d+ to [01]\.\d+ points of the scale\. Written to .*teacher\.json\.$/m);
    const calibration = checkCalibration(JSON.parse(readFileSync(out, 'utf8')), out);
    assert.equal(modelLabel(calibration.model, calibration.fingerprint), label);
    assert.deepEqual([calibration.ratings, calibration.speakers, calibration.scale], [30, 6, { worst: 0, best: 10 }]);
    assert.ok(Math.abs(Date.now() - Date.parse(calibration.created)) < 300_000);
    const score = calibratedScore(calibration.knots);
    for (const distance of [0.4, 0.8, 1.2]) assert.ok(Math.abs(score(distance) - scoreFromDistance(distance) + 25) < 10, `${distance}`);
  });

  it('writes nothing for ratings that were dealt out at random, and leaves an older file as it was', async () => {
    const out = join(folder, 'older.json');
    const good = details('good.tsv');
    assert.equal((await calibrate('--details', good, '--out', out)).code, 0);
    const older = readFileSync(out, 'utf8');
    const points = shuffled(inventedRatings(1, 30, strict), seededRandom(9)).map((rating) => (rating.points / 10).toFixed(1));
    const random = details('random.tsv', (row, i) => row.with(2, points[i] ?? ''));
    const { code, stdout } = await calibrate('--details', random, '--out', out);
    assert.equal(code, 2, stdout);
    assert.match(stdout, /^The map does not help: ratings that have nothing to do .* \(p = 0\.\d+\); rate more .*\. Nothing was written\.$/m);
    assert.equal(readFileSync(out, 'utf8'), older);
    const tried = await calibrate('--details', good, '--shuffle', '--json');
    assert.deepEqual([tried.code, JSON.parse(tried.stdout).helps, JSON.parse(tried.stdout).file], [2, false, null]);
  });

  it('says that the best mark is the small number, and takes a scale that falls', async () => {
    const marks = details('marks.tsv', (row) => row.with(2, String(6 - Math.round(Number(row[2]) / 2))));
    const wrong = await calibrate('--details', marks, '--scale', '1-6');
    assert.equal(wrong.code, 2);
    assert.match(wrong.stdout, /^The map does not help: the ratings fall as the score rises \(Spearman -0\.\d+\); if 1 is the best rating, say --scale 6-1\.$/m);
    const right = await calibrate('--details', marks, '--scale', '6-1', '--json');
    assert.equal(right.code, 0, right.stderr);
    assert.deepEqual(JSON.parse(right.stdout).scale, { worst: 6, best: 1 });
  });

  it('tells what was left out, counts a recording once, and judges the recordings it was not fitted to', async () => {
    const mixed = details('mixed.tsv', (row, i) => {
      if (i === 0) return row.with(5, 'wrong-sentence');
      if (i === 1) return row.with(3, '0');
      if (i === 2) return row.with(2, '');
      if (i === 3) return row.with(8, 'There is no file 3.wav.').with(5, '').with(6, '').with(7, '');
      return i === 5 ? row.with(0, '4.wav') : row;
    });
    const { code, stdout, stderr } = await calibrate('--details', mixed, '--take', '20', '--json');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^Left out: 1 of another sentence, 1 without a rating, 1 refused, which have no score \(wrong-sentence 1\), 1 that failed\.$/m);
    assert.match(stderr, /^1 recording is rated more than once: the mean counts\.$/m);
    const { ratings, rest } = JSON.parse(stdout);
    assert.deepEqual([ratings, rest.n], [20, 5]);
    assert.ok(rest.after.rmse < rest.before.rmse);
  });

  it('hints at a scale that ends lower, where nobody said one', async () => {
    const { stderr } = await calibrate('--details', details('five.tsv', (row) => row.with(2, String(1 + Math.round(Number(row[2]) / 2.5)))));
    assert.match(stderr, /^No rating is above [45]; if that is the best one, say so, such as --scale 1-[45]\.$/m);
  });

  it('listens to the recordings of a table of pairs, and score and evaluate take the file', async () => {
    const models = temporaryModels();
    try {
      models.add('lenient', lenient);
      const reference = writeWav(folder, 'reference.wav', syllables(1.2, 100));
      const learners = Array.from({ length: 20 }, (_, i) => writeWav(folder, `l${i}.wav`, syllables(0.8 + 0.02 * i, i % 4)));
      const chosen = ['--model', 'lenient', '--models', models.folder];
      const pairs = writeTable(folder, 'pairs.tsv', [
        ['learner', 'reference', 'human'],
        ...learners.map((learner, i) => [learner, reference, String(i % 11)]),
        [join(folder, 'missing.wav'), reference, '3'],
      ]);
      const { code, stdout, stderr } = await calibrate('--pairs', pairs, ...chosen, '--json');
      assert.ok(code === 0 || code === 2, stderr);
      assert.equal(JSON.parse(stdout).ratings, 20);
      assert.match(stderr, /^Line 22 \(.*missing\.wav\): There is no file/m);

      const map = join(folder, 'half.json');
      const fingerprint = await modelFingerprint(await findModel('lenient', [models.folder]));
      const knots = [{ distance: 0, score: 50 }, { distance: 1, score: 25 }, { distance: 2, score: 0 }];
      const whole = JSON.parse(readFileSync(join(folder, 'teacher.json'), 'utf8'));
      writeFileSync(map, JSON.stringify({ ...whole, model: 'lenient', fingerprint, knots }));
      const score = ['score', '--learner', String(learners[0]), '--reference', reference, '--calibration', map];
      const scored = await pronunciation([...score, ...chosen, '--json']);
      const { value, uncalibrated, calibrated, distance } = JSON.parse(scored.stdout);
      assert.deepEqual([calibrated, uncalibrated], [true, scoreFromDistance(distance)]);
      assert.ok(Math.abs(value - uncalibrated / 2) < 1e-9);
      assert.match((await pronunciation([...score, ...chosen])).stdout, /^ +[\d.]+ without the calibration$/m);
      const foreign = await pronunciation(score);
      assert.equal(foreign.code, 1);
      assert.match(foreign.stderr, /^The calibration half\.json was made for the model lenient \(.*\), not for default \(.*\)\./);
      const results = [await pronunciation(['evaluate', '--pairs', pairs, ...chosen, '--json']),
        await pronunciation(['evaluate', '--pairs', pairs, ...chosen, '--calibration', map, '--json'])];
      const [plain, mapped] = results.map((result) => Number(JSON.parse(result.stdout).meanScore));
      assert.ok(Math.abs(Number(plain) / 2 - Number(mapped)) < 1e-6, `${plain} ${mapped}`);
    } finally {
      models.remove();
    }
  });

  it('answers mistakes with one sentence and exit code 1, before any recording is read', async () => {
    const good = details('fine.tsv');
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, '{"name": "default"}');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^Give either --pairs or --details/],
      [['--pairs', good, '--details', good], /^Give either --pairs or --details/],
      [['--details', join(folder, 'none.tsv')], /^There is no file .*none\.tsv\.$/],
      [['--details', details('few.tsv', (row, i) => (i < 19 ? row : row.with(2, '')))], /^There are 19 rated recordings to use, and at least 20 are needed/],
      [['--details', details('refused.tsv', (row, i) => (i < 19 ? row : row.with(5, 'too-quiet')))], /^There are 19 rated recordings to use/],
      [['--details', details('same.tsv', (row) => row.with(2, '7'))], /^All 30 ratings are 7; rate recordings that differ/],
      [['--details', details('word.tsv', (row, i) => (i === 4 ? row.with(2, 'nine') : row))], /^Line 6 of .*word\.tsv has "nine" for human/],
      [['--details', details('nan.tsv', (row, i) => (i === 4 ? row.with(2, 'NaN') : row))], /^Line 6 of .*nan\.tsv has "NaN" for human/],
      [['--details', details('high.tsv', (row, i) => (i === 4 ? row.with(2, '78') : row))], /^Line 6 of .*high\.tsv: The rating 78 lies outside the scale from 0 to 10; name .* --scale/],
      [['--details', details('empty.tsv', (row, i) => (i === 4 ? row.with(6, '') : row))], /^Line 6 of .*empty\.tsv has "" for distance/],
      [['--details', details('other.tsv', (row) => row.with(7, 'default (00000000)'))], /other\.tsv was made with the model default \(00000000\), not with default \([0-9a-f]{8}\)/],
      [['--details', writeTable(folder, 'columns.tsv', [['learner'], ['a.wav']])], /lacks the column human/],
      [['--details', good, '--model', 'none'], /^There is no model none/],
      [['--details', good, '--scale', '5'], /^--scale is "5"; it must be the worst and the best rating/],
      [['--details', good, '--take', '10'], /^--take is "10"; it must be a number from 20/],
      [['--details', good, '--out', join(folder, 'a.txt')], /^--out is ".*a\.txt"; the name must end in \.json/],
      [['--details', good, '--out', manifest], /manifest\.json exists and is not a calibration/],
      [['--details', good, '--out', join(folder, 'no', 'a.json')], /^There is no folder .*no for --out/],
      [['--details', good, '--shuffle', '--out', join(folder, 'a.json')], /^--shuffle is only a test with random ratings/],
    ];
    for (const [args, sentence] of cases) {
      const { code, stdout, stderr } = await calibrate(...args);
      assert.equal(code, 1, args.join(' '));
      assert.equal(stdout, '');
      const lines = stderr.trim().split('\n').filter((line) => !/^(Left out|No rating)/.test(line));
      assert.equal(lines.length, 1, stderr);
      assert.match(lines[0] ?? '', sentence);
    }
    assert.ok(!existsSync(join(folder, 'a.json')));
  });
});
