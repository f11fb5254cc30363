import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { PronError } from '../../../base/errors';
import { listDevices } from '../../../devices/recorder/probe';
import { missingRecorder, record, recorderFor, type Recording, type RecordOptions } from '../../../devices/recorder';
import {
  failOpening, microphoneOnFifo, microphoneThatHears, whyNoFailingDevice, withEnvironment, type FakeMicrophone,
} from '../../support/fake-microphone';
import { descendantsOf, isRunning } from '../../support/processes';
import { hasProgram, skipFor, versionOf } from '../../support/programs';
import { startPulseAudio, whyNoPulseAudio } from '../../support/pulse-audio';
import { whyNoSox } from '../../support/sox';
import { BLOCK_MS, speakInto } from '../../support/speak-into';
import { sleep } from '../../engine/waiting';

const ROOT = resolve(__dirname, '../../..');
const TSX = require.resolve('tsx/cjs');
const version = hasProgram('sox') ? versionOf('sox').replace(/^sox:\s*/, '') : 'sox';

async function failureOf(recording: Recording): Promise<PronError> {
  const error: unknown = await recording.done.then(() => assert.fail('it recorded'), (reason: unknown) => reason);
  return error instanceof PronError ? error : assert.fail(String(error));
}

/** The process ids of SoX and of the child that runs it, once there is a SoX. */
async function processesOf(parent = process.pid): Promise<{ readonly sox: number; readonly child: number }> {
  for (;;) {
    const sox = descendantsOf(parent).find(({ name }) => name === 'sox');
    if (sox !== undefined) return { sox: sox.pid, child: sox.parent };
    await sleep(10);
  }
}

/** The values that stay for at least 10 ms at 16 kHz. */
function heldValues(samples: Int16Array): number[] {
  const held: number[] = [];
  let begin = 0;
  for (let i = 1; i <= samples.length; i++) {
    if (samples[i] === samples[begin]) continue;
    if (i - begin >= 160) held.push(samples[begin] ?? 0);
    begin = i;
  }
  return held;
}

describe(`record, with SoX: ${version}`, function () {
  this.timeout(30_000);
  let microphone: FakeMicrophone | undefined;
  let recording: Recording | undefined;
  let folder = '';
  const undo: (() => void)[] = [];

  function start(options: Partial<RecordOptions> = {}): Recording {
    recording = record({ device: 'fakemic', recorder: 'sox', sampleRate: 16000, maxMs: 60_000, ...options });
    return recording;
  }

  before(function () {
    const reason = whyNoSox();
    if (reason !== undefined) skipFor(this, reason);
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
  });

  afterEach(async () => {
    await recording?.abort();
    rmSync(folder, { recursive: true });
    for (const back of undo.splice(0).reverse()) back();
    microphone?.remove();
    microphone = undefined;
    assert.deepEqual(descendantsOf(process.pid).filter(({ name }) => name === 'sox'), [], 'no SoX is left');
  });

  it('ends by itself after exactly the fixed length', async () => {
    microphone = microphoneThatHears(new Int16Array(32000).fill(1000));
    const { wav, sampleRate, durationMs, end } = await start({ maxMs: 500 }).done;
    assert.deepEqual([end, sampleRate, durationMs, wav.length], ['length', 16000, 500, 44 + 16000]);
    assert.equal(wav.readInt16LE(44 + 8000), 1000);
  });

  it('keeps what was said until stop, in real time, through a sound server, sample by sample', async function () {
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
    const server = await startPulseAudio();
    const speaker = speakInto(server.fifo, (block) => 1000 + block);
    try {
      const seconds: number[] = [];
      const running = start({ device: 'pulse', onSecond: (second) => seconds.push(second) });
      while (seconds.length === 0) await sleep(10);
      running.stop();
      const { wav, durationMs, end } = await running.done;
      assert.equal(end, 'stopped');
      assert.ok(durationMs >= 1000 && durationMs < 3000, `${durationMs} ms`);
      const samples = new Int16Array(wav.buffer, wav.byteOffset + 44, (wav.length - 44) / 2);
      // Blocks of one value each, which follow each other. Before the first the server gives silence, and SoX's filter
      // rings at that step.
      const blocks = heldValues(samples).filter((value) => value !== 0);
      assert.ok(blocks.length > 500 / BLOCK_MS, `${blocks.length} blocks`);
      assert.deepEqual(blocks, blocks.map((_, i) => (blocks[0] ?? 0) + i));
    } finally {
      await server.stop();
      speaker.stop();
    }
  });

  it('names the package where SoX is not installed', async () => {
    microphone = microphoneThatHears(new Int16Array(10));
    undo.push(withEnvironment('PATH', '/nowhere'));
    const error = await failureOf(start());
    assert.equal(error.code, 'PRON_MIC_PROGRAM');
    assert.match(error.message, /recorder sox is not installed\. Install it on Linux with: apt install sox libsox-fmt-alsa\./);
  });

  it('says so when there is no such card, or no such device', async () => {
    microphone = microphoneThatHears(new Int16Array(10));
    assert.equal((await failureOf(start({ device: 'plughw:CARD=Nowhere,DEV=0' }))).code, 'PRON_MIC_UNPLUGGED');
    const error = await failureOf(start({ device: 'nosuchdevice' }));
    assert.equal(error.code, 'PRON_MIC_MISSING');
    assert.match(error.message, /There is no microphone nosuchdevice\./);
  });

  for (const [errno, code] of [['EBUSY', 'PRON_MIC_BUSY'], ['EACCES', 'PRON_MIC_FORBIDDEN'], ['ECONNREFUSED', 'PRON_MIC_NO_SERVER'], ['ENOMEM', 'PRON_MIC_FAILED']] as const) {
    it(`gives ${code} when opening the device fails with ${errno}`, async function () {
      const reason = whyNoFailingDevice();
      if (reason !== undefined) skipFor(this, reason);
      microphone = microphoneThatHears(new Int16Array(10));
      undo.push(failOpening(microphone.folder, errno));
      assert.equal((await failureOf(start())).code, code);
    });
  }

  it('tells how much was recorded when the sound server goes down meanwhile', async function () {
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
    const server = await startPulseAudio();
    const speaker = speakInto(server.fifo, () => 1000);
    try {
      const seconds: number[] = [];
      const failed = failureOf(start({ device: 'pulse', onSecond: (second) => seconds.push(second), noDataMs: 3000 }));
      while (seconds.length === 0) await sleep(10);
      await server.stop();
      const error = await failed;
      assert.equal(error.code, 'PRON_MIC_LOST', error.message);
      assert.match(error.message, /lost after [1-9][0-9.]* s \(.*Input\/output error/);
    } finally {
      await server.stop();
      speaker.stop();
    }
  });

  it('gives up a device that delivers nothing, and leaves no process behind', async () => {
    microphone = microphoneOnFifo();
    const running = start({ noDataMs: 3000 });
    const failed = failureOf(running);
    const { sox, child } = await processesOf();
    assert.equal((await failed).code, 'PRON_MIC_NO_DATA');
    assert.deepEqual([isRunning(sox), isRunning(child)], [false, false]);
  });

  it('drops the recording when it is aborted; SoX and its parent have ended by then', async () => {
    microphone = microphoneOnFifo();
    const running = start();
    const failed = failureOf(running);
    const { sox, child } = await processesOf();
    await running.abort();
    assert.equal((await failed).code, 'PRON_CLOSED');
    assert.deepEqual([isRunning(sox), isRunning(child)], [false, false]);
  });

  it('can be stopped or aborted before SoX has begun', async () => {
    microphone = microphoneThatHears(new Int16Array(10));
    const stopped = start();
    stopped.stop();
    const failed = failureOf(stopped).then(({ code }) => code, () => 'it recorded');
    assert.ok(['PRON_MIC_EMPTY', 'it recorded'].includes(await failed));
    const aborted = start();
    const closed = failureOf(aborted);
    await aborted.abort();
    assert.equal((await closed).code, 'PRON_CLOSED');
  });

  for (const victim of ['sox', 'child'] as const) {
    it(`loses one recording when ${victim === 'sox' ? 'SoX' : 'the process around SoX'} is killed, and nothing else`, async () => {
      microphone = microphoneOnFifo();
      const running = start();
      const failed = failureOf(running);
      const pids = await processesOf();
      process.kill(pids[victim], 'SIGKILL');
      const error = await failed;
      assert.equal(error.code, 'PRON_MIC_FAILED');
      assert.match(error.message, /sox ended with SIGKILL/);
      assert.deepEqual([isRunning(pids.sox), isRunning(pids.child)], [false, false]);
    });
  }

  it('ends when the process that records is killed', async () => {
    const fifo = microphoneOnFifo();
    microphone = fifo;
    const script = `require(${JSON.stringify(join(ROOT, 'devices/recorder'))}).record({ device: 'fakemic', recorder: 'sox', sampleRate: 16000, maxMs: 60000 });`;
    const owner = spawn(process.execPath, ['--require', TSX, '-e', script], { cwd: ROOT, stdio: 'ignore' });
    const { sox, child } = await processesOf(owner.pid ?? 0);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const limit = Date.now() + 5000;
    while ((isRunning(sox) || isRunning(child)) && Date.now() < limit) await sleep(20);
    assert.deepEqual([isRunning(sox), isRunning(child)], [false, false]);
  });

  /** What a process with few file handles says of a recording, after other code has run in it. */
  function withFewHandles(before: string, nodeOptions: string[] = []): string {
    const script = `
      const { record } = require(${JSON.stringify(join(ROOT, 'devices/recorder'))});
      ${before}
      record({ device: 'default', recorder: 'sox', sampleRate: 16000, maxMs: 100 }).done.catch((error) => {
        globalThis.release?.();
        console.log(error.code, error.details.reason);
      });
    `;
    const program = join(folder, 'few-handles.js');
    writeFileSync(program, script);
    const command = `ulimit -n 64; exec "${process.execPath}" --require "${TSX}" "${program}"`;
    const env = { ...process.env, NODE_OPTIONS: nodeOptions.join(' ') };
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: ROOT, env });
    return stdout.trim() || stderr;
  }

  const TAKE_ALL = `
    const { openSync, closeSync } = require('node:fs');
    const taken = [];
    try { for (;;) taken.push(openSync('/dev/null', 'r')); } catch {}
    globalThis.release = () => taken.forEach((handle) => closeSync(handle));
  `;

  it('survives having no file handle left for the process around SoX', () => {
    assert.match(withFewHandles(TAKE_ALL), /^PRON_MIC_FAILED .*EMFILE$/);
  });

  it('survives having no file handle left for SoX in the process around it', () => {
    const preload = join(folder, 'take-all.cjs');
    writeFileSync(preload, `
      const Module = require('node:module');
      const load = Module._load;
      Module._load = function (name, ...rest) {
        const loaded = load.call(this, name, ...rest);
        if (name === 'node-record-lpcm16') {
          require(${JSON.stringify(join(ROOT, 'node_modules/node-record-lpcm16/recorders/sox'))});
          ${TAKE_ALL}
        }
        return loaded;
      };
    `);
    assert.match(withFewHandles('', ['--require', preload]), /^PRON_MIC_FAILED .*EMFILE$/);
  });
});

describe('The recorder', () => {
  it('is arecord on Linux and SoX elsewhere, unless one is chosen', () => {
    assert.deepEqual(['linux', 'darwin', 'win32'].map((platform) => recorderFor('automatic', platform)), ['arecord', 'sox', 'sox']);
    assert.equal(recorderFor('sox', 'linux'), 'sox');
    assert.equal(recorderFor('arecord', 'darwin'), 'arecord');
  });

  it('that is missing is named with the way to install it on this system', () => {
    assert.match(missingRecorder('sox', 'darwin').message, /sox is not installed\. Install it on macOS with: brew install sox\./);
    assert.match(missingRecorder('sox', 'win32').message, /Install it on Windows with: choco install sox\.portable\./);
    assert.match(missingRecorder('arecord', 'linux').message, /Install it on Linux with: apt install alsa-utils\./);
  });

  it('offers the default device where only SoX is there, which can list none', async () => {
    const restore = withEnvironment('PATH', '/nowhere');
    const names = (await listDevices('sox')).map(({ name }) => name);
    restore();
    assert.deepEqual(names, ['default']);
  });
});
