import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireEngine, type Engine } from '../../engine/engine';
import { checkCalibration } from '../../models/calibration-check';
import { installedEar, judgeFingerprint } from '../../models/ear-fingerprint';
import { PronError } from '../../base/errors';
import type { HeardChanges } from '../../pipeline/facts';
import { calibratedScore } from '../../pipeline/siamese/calibration';
import type { Calibration } from '../../pipeline/siamese/calibration-file';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import { calibrationOf, writeCalibration } from '../support/calibrations';
import { lenient, suspicious } from '../support/user-models';
import { scoreJob } from './mels';
import { temporaryModels, type TemporaryModels } from './temporary-models';

describe('A calibration', function () {
  this.timeout(120_000);
  let engine: Engine;
  let models: TemporaryModels;
  let folder: string;
  let file: string;
  before(async () => {
    engine = acquireEngine();
    models = temporaryModels();
    models.add('lenient', lenient);
    models.add('suspicious', suspicious);
    folder = mkdtempSync(join(tmpdir(), 'pron-calibrations-'));
    file = await writeCalibration(join(folder, 'lenient.json'), 'lenient', [models.folder]);
  });
  after(async () => {
    await engine.release();
    models.remove();
    rmSync(folder, { recursive: true });
  });
  const run = (model: string, calibration?: string, heard?: HeardChanges) => {
    const words = [{ text: 'a', startMs: 200, endMs: 900 }, { text: 'b', startMs: 900, endMs: 2000 }];
    const job = scoreJob(1);
    return engine.run({ ...job, facts: { ...job.facts, heard }, model, modelFolders: [models.folder], words, calibration });
  };
  const said = (text: string) => ({ text, startMs: 200, endMs: 900, error: 'none', score: 40 }) as const;
  const heard: HeardChanges = { judge: 'this ear', completeness: 1, words: [said('a'), said('b')], insertions: [], rating: { total: 60 } };
  const rejection = async (work: Promise<unknown>): Promise<PronError> => {
    const error: unknown = await work.then(() => undefined, (reason: unknown) => reason);
    assert.ok(error instanceof PronError, String(error));
    return error;
  };

  it('maps the score and the words\' scores, and leaves every distance alone', async () => {
    const [plain, mapped] = [await run('lenient'), await run('lenient', file)];
    assert.deepEqual([plain.calibrated, 'uncalibrated' in plain], [false, false]);
    assert.deepEqual([mapped.calibrated, mapped.uncalibrated], [true, plain.value]);
    assert.deepEqual([mapped.distance, mapped.mismatch, mapped.frames], [plain.distance, plain.mismatch, plain.frames]);
    const { knots } = JSON.parse(readFileSync(file, 'utf8')) as Calibration;
    assert.equal(mapped.value, calibratedScore(knots)(Number(plain.distance)));
    assert.ok(Math.abs(Number(mapped.value) - scoreFromDistance(Number(plain.distance)) / 2) < 1e-9);
    assert.equal(mapped.words.length, 2);
    for (const [i, word] of mapped.words.entries()) {
      assert.ok(Math.abs(word.score - Number(plain.words[i]?.score) / 2) < 1e-9, `${word.score}`);
    }
  });

  it('changes no verdict: what is refused stays refused, without a score', async () => {
    const full = { knots: [{ distance: 0, score: 100 }, { distance: 2, score: 100 }] };
    const generous = await writeCalibration(join(folder, 'generous.json'), 'suspicious', [models.folder], full);
    const { verdict, value, uncalibrated, calibrated } = await run('suspicious', generous);
    assert.deepEqual({ verdict, value, uncalibrated, calibrated }, { verdict: 'wrong-sentence', value: null, uncalibrated: null, calibrated: true });
  });

  it('is refused where it was made for another model, or for another training of the same', async () => {
    const other = await rejection(run('suspicious', file));
    assert.equal(other.code, 'PRON_CALIBRATION_MODEL');
    assert.match(other.message, /lenient\.json was made for the model lenient \([0-9a-f]{8}\), not for suspicious \([0-9a-f]{8}\)/);
    models.add('trained', lenient);
    const made = await writeCalibration(join(folder, 'trained.json'), 'trained', [models.folder]);
    await run('trained', made);
    // A field that no reader knows: the graph works, its bytes differ.
    appendFileSync(models.file('trained', 'head'), Buffer.from([0xfa, 0x3f, 0x01, 0x41]));
    assert.equal((await rejection(run('trained', made))).code, 'PRON_CALIBRATION_MODEL');
  });

  it('is refused where the model aligns otherwise, and taken where only its title and figures changed', async () => {
    models.add('aligned', lenient);
    const made = await writeCalibration(join(folder, 'aligned.json'), 'aligned', [models.folder]);
    models.add('aligned', (manifest) => ({ ...lenient(manifest), title: 'new', figures: { a: 1 } }));
    assert.equal((await run('aligned', made)).calibrated, true);
    const longer = { pieceFrames: 25, minLearnerFrames: 6, widenFrames: 3 };
    models.add('aligned', (manifest) => ({ ...lenient(manifest), alignment: longer }));
    assert.equal((await rejection(run('aligned', made))).code, 'PRON_CALIBRATION_MODEL');
  });

  it('is named where it is missing, no file or no JSON', async () => {
    const missing = await rejection(run('lenient', join(folder, 'none.json')));
    assert.equal(missing.code, 'PRON_CALIBRATION_MISSING');
    assert.match(missing.message, /none\.json/);
    assert.equal((await rejection(run('lenient', folder))).code, 'PRON_CALIBRATION_BROKEN');
    const text = join(folder, 'text.json');
    writeFileSync(text, '{"format": ');
    assert.match((await rejection(run('lenient', text))).message, /text\.json can't be used: it is no JSON/);
  });

  it('maps the distance alone where it was made without the ear, whatever the ear says of the sound', async () => {
    const [alone, mapped] = [await run('lenient', file), await run('lenient', file, heard)];
    assert.equal(mapped.value, alone.value);
    assert.deepEqual(mapped.words, alone.words);
    assert.ok(Math.abs(Number(mapped.uncalibrated) - 60) < 1e-9, 'without the calibration the rating counts');
    const left = { ...heard, words: [said('a'), { ...said('b'), error: 'omission' as const }] };
    assert.ok(Math.abs(Number((await run('lenient', file, left)).value) - Number(alone.value) / 2) < 1e-9);
  });

  it('maps the ear\'s ratings where it was made with the ear, and is refused for a recording that has none', async () => {
    const made = await writeCalibration(join(folder, 'ear.json'), 'lenient', [models.folder], { ear: true, judge: judgeFingerprint('this ear', {}) });
    const { value, uncalibrated, words } = await run('lenient', made, heard);
    assert.ok(Math.abs(Number(uncalibrated) - 60) < 1e-9 && Math.abs(Number(value) - 30) < 1e-9, String(value));
    assert.deepEqual(words.map(({ score }) => Math.round(score)), [20, 20]);
    const error = await rejection(run('lenient', made));
    assert.equal(error.code, 'PRON_CALIBRATION_EAR');
    assert.match(error.message, /^The calibration ear\.json was made with the ear, which has not rated this recording\. .*--no-ear/);
    const refused = await writeCalibration(join(folder, 'refused.json'), 'suspicious', [models.folder], { ear: true });
    assert.equal((await run('suspicious', refused)).verdict, 'wrong-sentence', 'a refused recording needs no rating');
  });

  it('is refused with the ratings of another ear, of one without a name, and with an ear that counts more or less', async () => {
    const judge = judgeFingerprint('this ear', {});
    const made = await writeCalibration(join(folder, 'judge.json'), 'lenient', [models.folder], { ear: true, judge });
    const other = await rejection(run('lenient', made, { ...heard, judge: 'another ear' }));
    assert.equal(other.code, 'PRON_CALIBRATION_MODEL');
    assert.match(other.message, new RegExp(`made for the model lenient \\(\\w{8}\\) with the ear ${judge.slice(0, 8)}, not for lenient \\(\\w{8}\\) with the ear \\w{8}\\. Calibrate again`));
    const { judge: _, ...nameless } = heard;
    assert.match((await rejection(run('lenient', made, nameless))).message, /not for lenient \(\w{8}\) with an ear that has no name/);
    const old = await writeCalibration(join(folder, 'old.json'), 'lenient', [models.folder], { ear: true });
    assert.match((await rejection(run('lenient', old, heard))).message, /made for the model lenient \(\w{8}\) with an ear that has no name/);
    const half = { constant: 0, rating: 0.5, siamese: 0.5 };
    models.add('weighed', (manifest) => ({ ...lenient(manifest), withEar: { phones: half, elsewhere: half } }));
    const weighed = await writeCalibration(join(folder, 'weighed.json'), 'weighed', [models.folder], { ear: true, judge });
    assert.equal((await rejection(run('weighed', weighed, heard))).code, 'PRON_CALIBRATION_MODEL');
    assert.equal((await run('lenient', file, { ...heard, judge: 'another ear' })).calibrated, true, 'made without an ear');
  });

  it('says before anybody speaks that it was made with another ear than that of this machine', async () => {
    const judge = judgeFingerprint(String(await installedEar()), {});
    const job = { kind: 'calibration', model: 'lenient', modelFolders: [models.folder] } as const;
    const made = await writeCalibration(join(folder, 'installed.json'), 'lenient', [models.folder], { ear: true, judge });
    assert.equal((await engine.run({ ...job, file: made })).judge, judge);
    const other = await writeCalibration(join(folder, 'other.json'), 'lenient', [models.folder], { ear: true, judge: judgeFingerprint('a', {}) });
    assert.equal((await rejection(engine.run({ ...job, file: other }))).code, 'PRON_CALIBRATION_MODEL');
  });

  it('can be checked before anybody speaks', async () => {
    const job = { kind: 'calibration', file, modelFolders: [models.folder] } as const;
    assert.equal((await engine.run({ ...job, model: 'lenient' })).ratings, 40);
    assert.equal((await rejection(engine.run({ ...job, model: 'suspicious' }))).code, 'PRON_CALIBRATION_MODEL');
  });
});

describe('The check of a calibration', () => {
  const knots = (...list: readonly (readonly [unknown, unknown])[]) => ({ knots: list.map(([distance, score]) => ({ distance, score })) });

  it('takes what the command writes, with keys that it does not know', async () => {
    const calibration = await calibrationOf('default', [], { later: 1 });
    assert.equal(checkCalibration(calibration, 'a.json'), calibration);
  });

  for (const [fault, change] of [
    [/it is no calibration/, { format: 'model' }],
    [/its version is 2, only 1 can be read/, { version: 2 }],
    [/its model is missing/, { model: undefined }],
    [/its fingerprint is no SHA-256/, { fingerprint: 'abc' }],
    [/its judge is no SHA-256/, { judge: 'abc' }],
    [/its method is none of logistic, isotonic/, { method: 'neural' }],
    [/its ratings is 0, not at least 1/, { ratings: 0 }],
    [/its knots is no list/, { knots: [{ distance: 0, score: 1 }] }],
    [/its knots is no list/, { knots: 'x' }],
    [/no distance with a score/, knots([0, 101], [1, 0])],
    [/no distance with a score/, knots([0, 90], ['1', 0])],
    [/no distance with a score/, knots([0, 90], [Number.NaN, 0])],
    [/does not fall at the distance 1$/, knots([0, 50], [1, 51])],
    [/does not fall at the distance 0\.5$/, knots([1, 50], [0.5, 40])],
    [/does not fall at the distance 1$/, knots([1, 50], [1, 50])],
  ] as const) {
    it(`names what is wrong with ${JSON.stringify(change)}`, async () => {
      const calibration = await calibrationOf('default', [], change);
      assert.throws(() => checkCalibration(calibration, 'a.json'), (error) => {
        assert.ok(error instanceof PronError && error.code === 'PRON_CALIBRATION_BROKEN');
        const reason = /^The calibration a\.json can't be used: (.*)\. Make it again/.exec(error.message)?.[1] ?? '';
        assert.match(reason, fault);
        return true;
      });
    });
  }

  it('says that JSON of another kind is no calibration', () => {
    for (const value of [null, [], 'a', 1, {}]) assert.throws(() => checkCalibration(value, 'a.json'), /it is no calibration/);
  });
});
