import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { acquireEngine, type Engine } from '../../engine/engine';
import { fillSentence } from '../../base/errors';
import { scoreJob } from './mels';
import { temporaryModels, type TemporaryModels } from './temporary-models';
import { rejection } from './waiting';

describe('a model that is broken', function () {
  this.timeout(30_000);
  let engine: Engine;
  let models: TemporaryModels;

  before(() => {
    engine = acquireEngine();
    models = temporaryModels();
  });
  after(async () => {
    await engine.release();
    models.remove();
  });
  afterEach('the next good message is scored', async () => {
    assert.ok(Number.isFinite((await engine.run(scoreJob(1))).distance));
  });

  function scoreWith(model: string) {
    return engine.run({ ...scoreJob(2), model, modelFolders: [models.folder] });
  }

  async function reasonOf(model: string): Promise<string> {
    const error = await rejection(scoreWith(model), 'PRON_MODEL_BROKEN');
    assert.equal(error.details['model'], model);
    return fillSentence('{reason}', error.details);
  }

  it('is named with the models that there are when it is missing', async () => {
    models.add('spare');
    const error = await rejection(scoreWith('other'), 'PRON_MODEL_MISSING');
    assert.match(error.message, /no model other.*default.*spare/);
  });

  it('is not looked for outside the folders of models', async () => {
    models.add('spare');
    for (const name of ['../spare', `${models.folder}/spare`, 'a/../spare', '', '..', '.hidden', 'spare\0']) {
      await rejection(scoreWith(name), 'PRON_MODEL_MISSING');
    }
  });

  it('is refused when a graph is missing', async () => {
    for (const role of ['encoder', 'head', 'sentence'] as const) {
      models.add('robbed');
      rmSync(models.file('robbed', role));
      assert.match(await reasonOf('robbed'), new RegExp(`robbed\\.${role}\\.onnx is missing`));
    }
  });

  it('is refused when a graph is cut off, wherever', async () => {
    const whole = readFileSync(models.file('spare', 'encoder')).length;
    for (const bytes of [whole - 1, whole - 5000, whole >> 1, 100, 1]) {
      models.add('cut');
      truncateSync(models.file('cut', 'encoder'), bytes);
      assert.match(await reasonOf('cut'), /cut\.encoder\.onnx is no whole ONNX model/);
    }
  });

  it('is refused when a graph is empty', async () => {
    models.add('empty');
    truncateSync(models.file('empty', 'head'), 0);
    assert.match(await reasonOf('empty'), /empty\.head\.onnx is empty/);
  });

  it('is refused when a graph is something else', async () => {
    models.add('text');
    writeFileSync(models.file('text', 'head'), 'this is no model');
    assert.match(await reasonOf('text'), /text\.head\.onnx is no whole ONNX model/);
  });

  it('is refused when its graphs are swapped', async () => {
    models.add('swapped');
    copyFileSync(models.file('swapped', 'head'), models.file('swapped', 'encoder'));
    assert.match(await reasonOf('swapped'), /encoder has an unknown input/);
    models.add('doubled');
    copyFileSync(models.file('doubled', 'head'), models.file('doubled', 'sentence'));
    assert.match(await reasonOf('doubled'), /sentence has an unknown input/);
  });

  it('is refused when its manifest is no JSON or lacks something', async () => {
    models.add('json');
    writeFileSync(models.file('json', 'manifest'), '{ "name": ');
    assert.match(await reasonOf('json'), /no JSON/);
    models.add('keys', (manifest) => ({ ...manifest, features: { ...manifest.features, hopLength: undefined } }));
    assert.match(await reasonOf('keys'), /features\.hopLength in its manifest is missing/);
    models.add('path', (manifest) => ({ ...manifest, graphs: { ...manifest.graphs, head: '../head.onnx' } }));
    assert.match(await reasonOf('path'), /graphs\.head in its manifest is no plain file name/);
    models.add('renamed', (manifest) => ({ ...manifest, name: 'another' }));
    assert.match(await reasonOf('renamed'), /a model named another/);
  });

  it('is left out of the list', async () => {
    models.add('listed');
    writeFileSync(models.file('json', 'manifest'), '[]');
    const names = (await engine.run({ kind: 'models', modelFolders: [models.folder, '/no/such/folder'] })).map(({ name }) => name);
    assert.ok(names.includes('default') && names.includes('listed'));
    assert.ok(!names.includes('json'));
  });

  it('works once it is repaired, without a restart', async () => {
    models.add('repaired');
    truncateSync(models.file('repaired', 'encoder'), 1000);
    await rejection(scoreWith('repaired'), 'PRON_MODEL_BROKEN');
    models.add('repaired');
    const { pid } = engine;
    assert.ok(Number.isFinite((await scoreWith('repaired')).distance));
    assert.equal(engine.pid, pid);
  });

  it('is noticed when its file is replaced by a bad one after it was used', async () => {
    models.add('worn');
    assert.ok(Number.isFinite((await scoreWith('worn')).distance));
    truncateSync(models.file('worn', 'encoder'), 1000);
    await reasonOf('worn');
  });
});
