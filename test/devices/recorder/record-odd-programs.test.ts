import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { record } from '../../../devices/recorder';
import { PronError } from '../../../base/errors';
import { withEnvironment } from '../../support/fake-microphone';

/** What the real arecord does only with real hardware, played by a script of that name. */
describe('record, with a program that plays arecord', function () {
  this.timeout(10_000);
  let bin = '';
  let restore: () => void = () => undefined;

  function arecordIs(script: string): void {
    writeFileSync(join(bin, 'arecord'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  function failure(maxMs = 5000): Promise<PronError> {
    return record({ device: 'plughw:CARD=Mic,DEV=0', sampleRate: 16000, maxMs }).done.then(
      () => assert.fail('it recorded'),
      (error: unknown) => (error instanceof PronError ? error : assert.fail(String(error))),
    );
  }

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    restore = withEnvironment('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
  });

  afterEach(() => {
    restore();
    rmSync(bin, { recursive: true });
  });

  it('names the package where arecord is not installed', async () => {
    const back = withEnvironment('PATH', bin);
    const error = await failure();
    back();
    assert.equal(error.code, 'PRON_MIC_PROGRAM');
    assert.match(error.message, /apt install alsa-utils/);
  });

  it('tells how much was recorded when the microphone is unplugged', async () => {
    arecordIs('head -c 24000 /dev/zero; echo "arecord: pcm_read:2221: read error: Input/output error" >&2; exit 1');
    const error = await failure();
    assert.equal(error.code, 'PRON_MIC_LOST');
    assert.match(error.message, /lost after 0\.8 s \(read error: Input\/output error\)/);
  });

  it('takes an end that nobody asked for as a loss, even with exit code 0', async () => {
    arecordIs('echo "Recording raw data" >&2; head -c 3200 /dev/zero');
    const error = await failure();
    assert.equal(error.code, 'PRON_MIC_LOST');
    assert.match(error.message, /ended with exit code 0/);
  });

  it('tells a format that the device lacks from other failures', async () => {
    arecordIs('echo "arecord: set_params:1352: Channels count non available" >&2; exit 1');
    assert.equal((await failure()).code, 'PRON_MIC_FORMAT');
  });

  it('gives the last words of arecord for a failure that it does not know', async () => {
    arecordIs('echo "arecord: main:900: something new" >&2; exit 1');
    const error = await failure();
    assert.equal(error.code, 'PRON_MIC_FAILED');
    assert.match(error.message, /: something new\./);
  });

  it('says that nothing was recorded when it is stopped before the first sample', async () => {
    arecordIs('trap "exit 1" TERM; sleep 5 & wait');
    const recording = record({ device: 'default', sampleRate: 16000, maxMs: 1000 });
    setTimeout(() => recording.stop(), 300);
    await assert.rejects(recording.done, { code: 'PRON_MIC_EMPTY' });
  });

  it('keeps what still comes after a stop: the last word is in it', async () => {
    arecordIs('trap "head -c 6400 /dev/zero; exit 1" TERM; head -c 16000 /dev/zero; sleep 5 & wait');
    const recording = record({ device: 'default', sampleRate: 16000, maxMs: 60_000 });
    setTimeout(() => recording.stop(), 300);
    const { durationMs, end } = await recording.done;
    assert.deepEqual([durationMs, end], [700, 'stopped']);
  });

  it('kills a program that does not end when it is asked to', async () => {
    arecordIs('trap "" TERM; head -c 16000 /dev/zero; sleep 30');
    const start = Date.now();
    const recording = record({ device: 'default', sampleRate: 16000, maxMs: 60_000 });
    setTimeout(() => recording.stop(), 300);
    const { durationMs } = await recording.done.catch((error: unknown) => assert.fail(String(error)));
    assert.equal(durationMs, 500);
    assert.ok(Date.now() - start < 4000);
  });

  it('gives the WAV the rate that the device really has', async () => {
    const warning = 'Warning: rate is not accurate (requested = 16000Hz, got = 48000Hz)';
    arecordIs(`echo "${warning}" >&2; sleep 0.2; head -c 200000 /dev/zero; sleep 1`);
    const { wav, sampleRate, durationMs } = await record({ device: 'hw:0', sampleRate: 16000, maxMs: 1000 }).done;
    assert.equal(sampleRate, 48000);
    assert.equal(wav.readUInt32LE(24), 48000);
    assert.ok(Math.abs(durationMs - 1000) < 1, `${durationMs} ms`);
  });

  it('asks for the C locale, whose messages it understands', async () => {
    const back = withEnvironment('LC_ALL', 'de_DE.UTF-8');
    arecordIs('echo "locale $LC_ALL" >&2; exit 1');
    assert.match((await failure()).message, /locale C\./);
    back();
  });

  it('passes a device name on as one argument, whatever is in it', async () => {
    arecordIs('echo "device <$2>" >&2; exit 1');
    const device = '; touch /tmp/x $(id) "quoted"';
    await assert.rejects(record({ device, sampleRate: 16000, maxMs: 1000 }).done, (error: PronError) =>
      error.message.includes(`device <${device}>`),
    );
  });

  it('survives having no file handles left', function () {
    if (process.platform === 'win32') this.skip();
    const script = `
      const { record } = require(${JSON.stringify(resolve(__dirname, '../../../devices/recorder'))});
      const { openSync } = require('node:fs');
      const taken = [];
      try { for (;;) taken.push(openSync('/dev/null', 'r')); } catch {}
      record({ device: 'default', sampleRate: 16000, maxMs: 100 }).done.catch((error) => {
        taken.forEach((handle) => require('node:fs').closeSync(handle));
        console.log(error.code);
      });
    `;
    const program = join(bin, 'no-handles.js');
    writeFileSync(program, script);
    const command = `ulimit -n 64; exec "${process.execPath}" --require "${require.resolve('tsx/cjs')}" "${program}"`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: resolve(__dirname, '../../..') });
    assert.equal(stdout.trim(), 'PRON_MIC_FAILED', stderr);
  });
});
