import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { readCalibration } from '../../models/calibrations';
import { createJobRunner } from '../../engine/child-jobs/run-job';
import { modelFingerprint } from '../../models/fingerprint';
import { createInference, GraphRefusedError } from '../../engine/inference';
import { findModel, listModels } from '../../models/store';
import { packageRoot } from '../../base/package-root';
import { MAX_GRAPH_BYTES, MAX_MANIFEST_BYTES } from '../../models/model-files';
import type { PronError } from '../../base/errors';
import { scoreJob } from '../engine/mels';
import { needsNative } from '../engine/needs-native';
import { temporaryModels, type TemporaryModels } from '../engine/temporary-models';
import { graphWithOutsideData } from '../support/outside-data';

/** Names of models that are no names, from a flow's or a message's author. */
const NAMES = [
  ['../secret', 'goes up a folder'], ['/etc/passwd', 'is a path'], ['..', 'is the folder above'], ['.', 'is the folder itself'],
  ['', 'is empty'], ['a/b', 'goes down a folder'], ['a\\b', 'does so on Windows'], ['C:a', 'is on a drive'], ['secret\0', 'has a NUL byte'],
  ['.hidden', 'is hidden'], ['a\nb', 'has two lines'], ['%2e%2e%2fsecret', 'is encoded'], ['__proto__', 'is a property of every object'],
  ['x'.repeat(100_000), 'is far too long'],
] as const;

/** What a manifest may not name as a graph. */
const GRAPHS = ['../../etc/passwd', '/etc/passwd', '../outside.onnx', 'sub/graph.onnx', '..', '.', '', 'a\0.onnx', '.hidden.onnx', 5, null];

describe('The model loader', () => {
  let models: TemporaryModels;
  let outside = '';
  before(() => {
    models = temporaryModels();
    outside = mkdtempSync(join(tmpdir(), 'pron-outside-'));
  });
  after(() => {
    models.remove();
    rmSync(outside, { recursive: true });
  });

  const runJob = createJobRunner(createInference());
  /** Why a score with this model, or what it is told by, fails. */
  const faultOf = async (model: string): Promise<PronError> => {
    const found: PronError[] = [];
    for (const work of [
      () => runJob({ ...scoreJob(1, 1), model, modelFolders: [models.folder] }),
      async () => modelFingerprint(await findModel(model, [models.folder])),
    ]) await assert.rejects(work, (error: PronError) => found.push(error) > 0);
    assert.equal(found[0]?.message, found[1]?.message);
    return found[0] as PronError;
  };

  for (const [name, what] of NAMES) {
    it(`knows no model whose name ${what}: ${JSON.stringify(name.slice(0, 30))}`, async () => {
      await assert.rejects(findModel(name, [models.folder]), { code: 'PRON_MODEL_MISSING' });
    });
  }

  it('knows no model elsewhere by the way that leads there', async () => {
    copyFileSync(join(packageRoot(), 'models', 'default.json'), join(outside, 'default.json'));
    for (const name of [`../${basename(outside)}/default`, join(outside, 'default')]) {
      await assert.rejects(findModel(name, [models.folder]), { code: 'PRON_MODEL_MISSING' });
    }
  });

  for (const graph of GRAPHS) {
    it(`opens no graph that a manifest calls ${JSON.stringify(graph)}`, async () => {
      models.add('sly', (manifest) => ({ ...manifest, graphs: { ...manifest.graphs, head: graph } }));
      const { code, message } = await faultOf('sly');
      assert.equal(code, 'PRON_MODEL_BROKEN');
      assert.match(message, /graphs\.head in its manifest is no plain file name/);
    });
  }

  it('follows no link of a graph out of the folder, be it relative or absolute, and one within it', async () => {
    models.add('linked');
    models.add('other');
    const head = models.file('linked', 'head');
    // A good graph: only its place is wrong.
    copyFileSync(head, join(outside, 'graph.onnx'));
    for (const target of [join(outside, 'graph.onnx'), `../${basename(outside)}/graph.onnx`]) {
      rmSync(head);
      symlinkSync(target, head);
      assert.match((await faultOf('linked')).message, /linked\.head\.onnx can't be read \(it lies outside of the folder/, target);
    }
    rmSync(head);
    symlinkSync('other.head.onnx', head);
    assert.match(await modelFingerprint(await findModel('linked', [models.folder])), /^[0-9a-f]{64}$/);
  });

  it('follows no link of a manifest out of the folder, and lists no such model', async () => {
    writeFileSync(join(outside, 'far.json'), '{"secret": true}');
    symlinkSync(join(outside, 'far.json'), join(models.folder, 'far.json'));
    const { code, message } = await faultOf('far');
    assert.equal(code, 'PRON_MODEL_BROKEN');
    assert.match(message, /far\.json can't be read \(it lies outside of the folder/);
    assert.doesNotMatch(message, /secret/);
    assert.ok(!(await listModels([models.folder])).some(({ name }) => name === 'far'));
  });

  it('takes the folder itself where it is a link: its owner has put it there', async () => {
    models.add('near');
    symlinkSync(models.folder, join(outside, 'models'));
    assert.equal((await findModel('near', [join(outside, 'models')])).manifest.name, 'near');
  });

  it('opens no pipe, no device and no folder, which would be waited for or read for ever', async () => {
    models.add('odd');
    const head = models.file('odd', 'head');
    for (const [make, reason] of [
      [() => spawnSync('mkfifo', [head]), /a pipe or a device/],
      [() => mkdirSync(head), /it is a folder/],
    ] as const) {
      rmSync(head, { recursive: true });
      make();
      assert.match((await faultOf('odd')).message, reason);
    }
  });

  it('opens no file above the limits, not even to look into it', async () => {
    models.add('large');
    truncateSync(models.file('large', 'encoder'), MAX_GRAPH_BYTES + 1); // sparse: it takes no room
    assert.match((await faultOf('large')).message, /it has 100000001 bytes, more than 100000000/);
    models.add('wordy');
    truncateSync(models.file('wordy', 'manifest'), MAX_MANIFEST_BYTES + 1);
    assert.match((await faultOf('wordy')).message, /it has 1000001 bytes, more than 1000000/);
  });

  for (const only of ['native', 'wasm'] as const) {
    it(`gives the ${only} runtime no way to data outside of a graph`, async function () {
      if (only === 'native') needsNative(this);
      const data = join(outside, 'weights.bin');
      writeFileSync(data, Buffer.alloc(16, 1));
      for (const location of [data, `../../../../../../../../..${data}`, 'package.json']) {
        await assert.rejects(createInference({ only }).open(graphWithOutsideData(location)), GraphRefusedError, location);
      }
    });
  }

  it('reads no calibration that is a link out of its folder, a pipe, or too large', async () => {
    const cases: readonly (readonly [string, (path: string) => unknown, RegExp])[] = [
      ['escaped.json', (path) => symlinkSync(join(outside, 'far.json'), path), /outside of the folder/],
      ['pipe.json', (path) => spawnSync('mkfifo', [path]), /a pipe or a device/],
      ['large.json', (path) => writeFileSync(path, Buffer.alloc(2_000_000)), /more than 1000000/],
    ];
    for (const [name, make, reason] of cases) {
      const path = join(models.folder, name);
      make(path);
      await assert.rejects(readCalibration(path), { code: 'PRON_CALIBRATION_BROKEN', message: reason });
    }
  });
});
