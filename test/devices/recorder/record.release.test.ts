import assert from 'node:assert/strict';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RecordOptions, Recording } from '../../../devices/recorder';
import { record } from '../../../devices/recorder';
import { PronError } from '../../../base/errors';
import type { FakeMicrophone } from '../../support/fake-microphone';
import {
  failOpening,
  microphoneOnFifo,
  microphoneThatHears,
  whyNoFailingDevice,
  withEnvironment,
} from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';

function ramp(length: number): Int16Array {
  return Int16Array.from({ length }, (_, i) => ((i * 7919) % 60000) - 30000);
}

async function codeOf(recording: Recording): Promise<PronError> {
  const error: unknown = await recording.done.then(
    () => assert.fail('it recorded'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PronError, String(error));
  return error;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('record, with the real arecord', function () {
  this.timeout(15_000);
  let microphone: FakeMicrophone | undefined;
  let recording: Recording | undefined;

  function start(options: Partial<RecordOptions> = {}): Recording {
    recording = record({ device: 'fakemic', sampleRate: 16000, maxMs: 2000, ...options });
    return recording;
  }

  before(function () {
    needsProgram(this, 'arecord');
  });

  afterEach(async () => {
    await recording?.abort();
    microphone?.remove();
    recording = undefined;
    microphone = undefined;
  });

  it('records every sample as it was, for exactly the fixed length', async () => {
    const samples = ramp(16000);
    microphone = microphoneThatHears(samples);
    const { wav, sampleRate, durationMs, end } = await start({ maxMs: 1000 }).done;
    assert.equal(end, 'length');
    assert.equal(sampleRate, 16000);
    assert.equal(durationMs, 1000);
    assert.equal(wav.length, 44 + 32000);
    assert.equal(wav.readUInt32LE(40), 32000);
    assert.deepEqual(wav.subarray(44), Buffer.from(samples.buffer));
  });

  it('tells each second of audio that has arrived', async () => {
    microphone = microphoneThatHears(ramp(16000));
    const seconds: number[] = [];
    await start({ maxMs: 2500, onSecond: (second) => seconds.push(second) }).done;
    assert.equal(seconds.at(-1), 2);
  });

  it('ends by itself once the speaker has been silent for long enough', async () => {
    const speech = Int16Array.from({ length: 16000 }, (_, i) => 8000 * Math.sin(i / 5));
    const quiet = new Int16Array(4000);
    microphone = microphoneThatHears(Int16Array.from([...quiet, ...speech]));
    const endpoint = { silenceMs: 600, minSpeechMs: 200, floorDb: -55, contrastDb: 12 };
    const { durationMs, end } = await start({ maxMs: 10_000, endpoint }).done;
    assert.equal(end, 'silence');
    assert.ok(durationMs >= 1250 + 600 && durationMs < 1250 + 600 + 200, `${durationMs} ms`);
  });

  it('keeps what was said until stop, in real time', async () => {
    const fifo = microphoneOnFifo();
    microphone = fifo;
    const running = start({ maxMs: 10_000 });
    const writer = createWriteStream(fifo.path);
    writer.on('error', () => undefined);
    const block = Buffer.alloc(4000, 1);
    for (let i = 0; i < 8; i++) {
      writer.write(block);
      await wait(125);
    }
    running.stop();
    const { end, durationMs, wav } = await running.done;
    writer.destroy();
    assert.equal(end, 'stopped');
    assert.ok(durationMs > 500 && durationMs <= 1100, `${durationMs} ms`);
    assert.ok(wav.subarray(44).every((byte) => byte === 1));
  });

  it('gives up a device that delivers nothing, and leaves no process behind', async () => {
    microphone = microphoneOnFifo();
    const error = await codeOf(start({ noDataMs: 400 }));
    assert.equal(error.code, 'PRON_MIC_NO_DATA');
    assert.match(error.message, /fakemic delivered nothing, not even silence, for 0\.4 s/);
  });

  it('drops the recording when it is aborted, and its program has ended by then', async () => {
    microphone = microphoneOnFifo();
    const pidFile = join(microphone.folder, 'pid');
    const bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    writeFileSync(join(bin, 'arecord'), `#!/bin/sh\necho $$ > ${pidFile}\nexec sleep 60\n`, { mode: 0o755 });
    const restore = withEnvironment('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
    try {
      const running = start();
      while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') await wait(10);
      const closed = codeOf(running);
      await running.abort();
      assert.equal((await closed).code, 'PRON_CLOSED');
      assert.equal(isRunning(Number(readFileSync(pidFile, 'utf8'))), false);
    } finally {
      restore();
      rmSync(bin, { recursive: true });
    }
  });

  it('says so when there is no such card, or no such device', async () => {
    microphone = microphoneThatHears(ramp(10));
    const card = await codeOf(start({ device: 'plughw:CARD=Nowhere,DEV=0' }));
    assert.equal(card.code, 'PRON_MIC_UNPLUGGED');
    assert.match(card.message, /plughw:CARD=Nowhere,DEV=0 is not there/);
    assert.equal((await codeOf(start({ device: 'nosuchdevice' }))).code, 'PRON_MIC_MISSING');
  });

  const failures = [
    ['EBUSY', 'PRON_MIC_BUSY'],
    ['EACCES', 'PRON_MIC_FORBIDDEN'],
    ['EPERM', 'PRON_MIC_FORBIDDEN'],
    ['ENOENT', 'PRON_MIC_MISSING'],
    ['ENODEV', 'PRON_MIC_UNPLUGGED'],
    ['ECONNREFUSED', 'PRON_MIC_NO_SERVER'],
    ['ENOMEM', 'PRON_MIC_FAILED'],
  ] as const;
  for (const [errno, code] of failures) {
    it(`gives ${code} when opening the device fails with ${errno}`, async function () {
      const reason = whyNoFailingDevice();
      if (reason !== undefined) {
        if (this.test) this.test.title += ` (skipped: ${reason})`;
        this.skip();
      }
      microphone = microphoneThatHears(ramp(10));
      const restore = failOpening(microphone.folder, errno);
      try {
        assert.equal((await codeOf(start())).code, code);
      } finally {
        restore();
      }
    });
  }
});
