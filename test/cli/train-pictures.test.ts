import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { findModel } from '../../models/store';
import { pronunciation, syllables, temporaryFolder, writeWav } from './support';

describe('pronunciation train-pictures', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const [data, models] = [join(folder, 'data'), join(folder, 'models')];
  const train = (...more: string[]) => pronunciation(['train-pictures', '--data', data, '--out', models, '--name', 'ours', ...more]);

  before(() => {
    for (const [speakers, first] of [['native', 1], ['foreigner', 50]] as const) {
      mkdirSync(join(data, speakers), { recursive: true });
      for (let i = 0; i < 3; i++) writeWav(join(data, speakers), `${i}.wav`, syllables(1, first + i));
    }
  });

  it('writes a model that the score command uses like any other, and tells how far it is', async () => {
    const { code, stdout, stderr } = await train('--epochs', '20');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^3 recordings of natives, 3 of foreigners; \d+ weights\.\nepoch 1 of 20, loss [\d.]+\n/);
    assert.match(stdout, /epoch 20 of 20, loss [\d.]+\nWritten to /);
    const { manifest } = await findModel('ours', [models]);
    assert.deepEqual([manifest.architecture, manifest.training['natives'], manifest.training['epochs']], ['picture', 3, 20]);
    const wav = join(data, 'native', '0.wav');
    const scored = await pronunciation(['score', '--learner', wav, '--reference', wav, '--model', 'ours', '--models', models, '--json']);
    assert.equal(JSON.parse(scored.stdout).distance, 0, scored.stderr);
  });

  it('names a recording that it can not use, and goes on; and refuses a set that is too small', async () => {
    writeWav(join(data, 'foreigner'), 'silent.wav', new Float32Array(16000));
    const { code, stderr } = await train('--epochs', '1');
    assert.deepEqual([code, stderr], [0, 'silent.wav is left out: it is silent.\n']);
    const empty = await pronunciation(['train-pictures', '--data', join(folder, 'nowhere'), '--out', models]);
    assert.equal(empty.code, 1);
    assert.equal(empty.stderr, `There are 0 recordings of a native in ${join(folder, 'nowhere', 'native')}; at least 2 are needed: gather some first.\n`);
  });

  it('replaces no model of the package, and no name leads out of the folder', async () => {
    for (const [name, says] of [['default', /comes with the nodes/], ['../x', /must be letters/]] as const) {
      const { code, stderr } = await pronunciation(['train-pictures', '--data', data, '--out', models, '--name', name]);
      assert.equal(code, 1);
      assert.match(stderr, says);
    }
  });

  it('deletes the recordings and the model, and nothing else', async () => {
    writeFileSync(join(data, 'notes.txt'), 'ours');
    const { code, stdout } = await train('--delete');
    assert.deepEqual([code, stdout], [0, 'Deleted 7 recordings and the model ours; 0 recordings are left.\n']);
    for (const gone of [join(data, 'native'), join(data, 'foreigner'), join(models, 'ours.json'), join(models, 'ours.encoder.onnx')]) assert.ok(!existsSync(gone), gone);
    assert.equal(readFileSync(join(data, 'notes.txt'), 'utf8'), 'ours');
  });
});
