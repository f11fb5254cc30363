import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { packageRoot } from '../../../base/package-root';
import { withoutNative } from '../../../cli/doctor/checks/inference';
import { hasNativeBinary } from '../../../cli/doctor/checks/system';
import { USER_CALIBRATIONS } from '../../../models/user-folders';
import manifest from '../../../package.json';
import { writeCalibration } from '../../support/calibrations';
import { withEnvironment } from '../../support/fake-microphone';
import { userModels, type UserModels } from '../../support/user-models';
import { needsNative } from '../../engine/needs-native';
import { about, findingsOf } from './examined';

const NO_NATIVE = `const Module = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  if (request === 'onnxruntime-node') throw new Error('no binary for this machine');
  return resolve.call(this, request, ...rest);
};
`;

describe('What the doctor finds of scoring', function () {
  this.timeout(60_000);
  let user: UserModels;
  let restore: () => void = () => undefined;

  /** Makes every program that is started meanwhile load a module first. */
  function withModule(name: string, source: string): () => void {
    const file = join(user.userDir, `${name}.cjs`);
    writeFileSync(file, source);
    return withEnvironment('NODE_OPTIONS', `--require ${file}`);
  }

  before(() => {
    user = userModels();
  });
  after(() => user.remove());
  afterEach(() => {
    restore();
    restore = () => undefined;
  });

  it('is native inference that scores the bundled recordings correctly', async function () {
    needsNative(this);
    const found = about(await findingsOf('native'), 'native inference');
    assert.equal(found.condition, 'ok', found.says);
    const { backend, value, otherVerdict } = found.facts;
    assert.deepEqual([backend, otherVerdict], ['native', 'wrong-sentence']);
    assert.ok(Number(value) >= 90);
  });

  it('is native inference that can\'t be loaded, and WebAssembly that does its work', async () => {
    restore = withModule('no-native', NO_NATIVE);
    const findings = await findingsOf('native,wasm');
    const native = about(findings, 'native inference');
    assert.equal(native.condition, 'warning');
    assert.match(native.says, /^It is not used: native: no binary for this machine\.$/);
    assert.equal(native.fix, 'Leave it: WebAssembly gives the same scores, only slower.');
    const wasm = about(findings, 'WebAssembly');
    assert.deepEqual([wasm.condition, wasm.facts['backend']], ['ok', 'wasm']);
  });

  it('is the ear, loaded', async function () {
    needsNative(this);
    assert.equal(about(await findingsOf('ear'), 'ear').condition, 'ok');
  });

  it('is no ear where WebAssembly would take too much of the memory', async () => {
    restore = withModule('one-gigabyte', `${NO_NATIVE}require('node:os').totalmem = () => 1000e6;\n`);
    const { condition, says } = about(await findingsOf('ear'), 'ear');
    assert.equal(condition, 'warning');
    assert.match(says, /this machine has 1000 MB of memory, it takes 1200 MB/);
  });

  it('is native inference that npm has left out, with the line that installs it without a download', function () {
    if (!hasNativeBinary()) this.skip();
    const fix = withoutNative("native: Cannot find module 'onnxruntime-node'");
    const version = manifest.optionalDependencies['onnxruntime-node'];
    assert.ok(fix.endsWith(`: npm install --ignore-scripts --prefix ${packageRoot()} onnxruntime-node@${version}.`), fix);
  });

  it('is WebAssembly that works beside native inference', async () => {
    const { condition, facts } = about(await findingsOf('wasm'), 'WebAssembly');
    assert.deepEqual([condition, facts['backend'], facts['otherVerdict']], ['ok', 'wasm', 'wrong-sentence']);
  });

  it('is each model, and of those that are broken what is wrong with them', async () => {
    user.add('mine');
    user.add('torn');
    writeFileSync(user.file('torn', 'head'), 'no network');
    user.add('nameless', (manifest) => ({ ...manifest, licence: 7 }));
    const findings = await findingsOf('models', user.userDir);
    for (const name of ['default', 'picture-gray', 'picture-colour', 'mine']) {
      assert.equal(about(findings, `model ${name}`).condition, 'ok', name);
    }
    for (const [name, says] of [['torn', /head\.onnx is no whole ONNX model/], ['nameless', /licence in its manifest/]] as const) {
      const found = about(findings, `model ${name}`);
      assert.deepEqual([found.condition, found.fix], ['problem', 'Install it again.']);
      assert.match(found.says, says);
    }
  });

  it('is each calibration, and of those that can\'t be used why', async () => {
    assert.deepEqual((await findingsOf('calibrations', user.userDir)).map(({ condition }) => condition), ['not here']);
    const folder = join(user.userDir, USER_CALIBRATIONS);
    mkdirSync(folder);
    await writeCalibration(join(folder, 'kim.json'));
    await writeCalibration(join(folder, 'old.json'), 'default', [], { fingerprint: 'a'.repeat(64) });
    writeFileSync(join(folder, 'torn.json'), '{');
    const findings = await findingsOf('calibrations', user.userDir);
    assert.deepEqual(findings.map(({ subject, condition }) => [subject, condition]), [
      ['kim.json', 'ok'], ['old.json', 'problem'], ['torn.json', 'problem'],
    ]);
    assert.match(about(findings, 'old.json').fix ?? '', /^Calibrate again/);
  });
});
