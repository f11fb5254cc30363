import assert from 'node:assert/strict';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { micCommand } from '../../nodes/mic/command';
import mic from '../../nodes/mic/pron-mic';
import { decodeWav } from '../../pipeline/wav';
import type { FakeMicrophone } from '../support/fake-microphone';
import { microphoneOnFifo, microphoneThatHears, withEnvironment } from '../support/fake-microphone';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { needsProgram } from '../support/programs';

const MIC = { type: 'pron-mic', register: mic };

function tone(seconds: number): Int16Array {
  return Int16Array.from({ length: seconds * 16000 }, (_, i) => Math.round(8000 * Math.sin(i / 5)));
}

describe('pron-mic', function () {
  this.timeout(20_000);
  let flow: RunningFlow;
  let microphone: FakeMicrophone | undefined;
  let bin: string | undefined;
  let restore: () => void = () => undefined;

  async function start(settings: object = {}, language = 'en-US'): Promise<void> {
    const node = { id: 'mic', type: 'pron-mic', device: 'fakemic', wires: [['out'], ['meter']], ...settings };
    flow = await startFlow([MIC], [node, { id: 'out', type: 'helper' }, { id: 'meter', type: 'helper' }], { language });
  }

  /** Until the recording that this message has started hears something. */
  async function heard(topic: string): Promise<void> {
    while ((await flow.next('meter')).topic !== topic);
  }

  /** A program in the place of arecord that records silence in real time until it is stopped. */
  function arecordIs(script: string): void {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    writeFileSync(join(bin, 'arecord'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    restore = withEnvironment('PATH', `${bin}:${process.env['PATH'] ?? ''}`);
  }

  const texts = (): (string | undefined)[] => flow.statuses('mic').map((status) => (status as { text?: string }).text);

  afterEach(async () => {
    await stopFlow();
    microphone?.remove();
    microphone = undefined;
    restore();
    restore = () => undefined;
    if (bin !== undefined) rmSync(bin, { recursive: true });
    bin = undefined;
  });

  describe('with the real arecord', () => {
    before(function () {
      needsProgram(this, 'arecord');
    });

    it('records a fixed length into the message that started it, with what was measured', async () => {
      microphone = microphoneThatHears(tone(3));
      await start({ mode: 'fixed', seconds: '1.5' });
      const msg: object = { payload: 'now', topic: 'button', pronunciation: { session: 'Mina', own: 1 } };
      flow.send('mic', msg);
      const out = await flow.next('out');
      assert.equal(out, msg);
      assert.equal(out.topic, 'button');
      const { samples, sampleRate } = decodeWav(out.payload as Buffer);
      assert.equal(sampleRate, 16000);
      assert.equal(samples.length, 24000);
      assert.deepEqual(samples.slice(0, 100), Float32Array.from(tone(1).slice(0, 100), (sample) => sample / 32768));
      const { role, session, durationMs, level, noise, own } = out.pronunciation;
      assert.deepEqual({ role, session, durationMs, own }, { role: 'learner', session: 'Mina', durationMs: 1500, own: 1 });
      assert.ok(level !== undefined && Math.abs(level.peakDb - -12.2) < 0.2);
      assert.ok(noise !== undefined);
      assert.equal((await flow.next(COMPLETED)).topic, 'button');
      assert.deepEqual(texts(), ['recording 0 s', 'recording 1 s', '1.5 s recorded']);
    });

    it('tells its level ten times a second on the second output, for the sender of the start', async () => {
      microphone = microphoneThatHears(tone(2));
      await start({ mode: 'fixed', seconds: 1 });
      flow.send('mic', { payload: true, topic: 'button', pronunciation: { session: 'Mina' } });
      await flow.next('out');
      const levels = flow.waiting('meter') as { payload: number; topic: string; level: { peakDb: number }; pronunciation: object }[];
      assert.equal(levels.length, 10);
      for (const { payload, topic, level, pronunciation } of levels) {
        assert.ok(Math.abs(payload + 15.3) < 0.2 && Math.abs(level.peakDb + 12.2) < 0.2, `${payload} ${level.peakDb}`);
        assert.deepEqual([topic, pronunciation], ['button', { session: 'Mina' }]);
      }
    });

    it('forgets what was measured on the audio that the message carried before', async () => {
      microphone = microphoneThatHears(tone(1));
      await start({ mode: 'fixed', seconds: 0.5 });
      const before = { role: 'reference', durationMs: 1, level: 1, levelNow: 1, noise: 1, speech: null, words: [], score: {}, text: 'a' };
      flow.send('mic', { payload: Buffer.alloc(9), pronunciation: before });
      const { pronunciation } = await flow.next('out');
      assert.deepEqual(Object.keys(pronunciation).sort(), ['durationMs', 'level', 'noise', 'recording', 'role', 'sampleRate', 'text']);
      assert.equal(pronunciation.role, 'learner');
      assert.equal(typeof pronunciation.level, 'object');
    });

    it('keeps the role that its sender wants, so that a teacher can record a reference', async () => {
      microphone = microphoneThatHears(tone(1));
      await start({ mode: 'fixed', seconds: 0.5 });
      flow.send('mic', { payload: 'now', pronunciation: { role: 'reference' } });
      assert.equal((await flow.next('out')).pronunciation.role, 'reference');
    });

    it('ends by itself when the speaker has finished', async () => {
      microphone = microphoneThatHears(Int16Array.from([...new Int16Array(4000), ...tone(1)]));
      await start({ mode: 'silence', silenceMs: 500 });
      flow.send('mic', { payload: 1 });
      const { durationMs = 0 } = (await flow.next('out')).pronunciation;
      assert.ok(durationMs > 1700 && durationMs < 2000, `${durationMs} ms`);
    });

    it('records from start to stop, in real time', async () => {
      const fifo = microphoneOnFifo();
      microphone = fifo;
      await start();
      flow.send('mic', { payload: 'start', topic: 'first' });
      const writer = createWriteStream(fifo.path).on('error', () => undefined);
      for (let i = 0; i < 6; i++) {
        writer.write(Buffer.alloc(4000));
        await sleep(125);
      }
      await heard('first');
      flow.send('mic', { payload: 'stop', topic: 'second' });
      const out = await flow.next('out');
      writer.destroy();
      assert.equal(out.topic, 'first');
      assert.ok((out.pronunciation.durationMs ?? 0) > 400);
      const completed = [(await flow.next(COMPLETED)).topic, (await flow.next(COMPLETED)).topic];
      assert.deepEqual(completed.sort(), ['first', 'second']);
      assert.deepEqual(flow.waiting('out'), []);
    });

    it('reports a microphone that is not there to a Catch node, in the language of the runtime', async () => {
      microphone = microphoneThatHears(tone(1));
      await start({ device: 'nosuchmic' }, 'ko');
      flow.send('mic', { payload: true });
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, 'PRON_MIC_MISSING');
      assert.match(error.message, /마이크 nosuchmic/);
      assert.equal(texts().at(-1), '마이크 없음');
    });

    it('works again after a failure', async () => {
      const sound = microphoneThatHears(tone(1));
      microphone = sound;
      await start({ mode: 'fixed', seconds: 0.5 });
      const back = withEnvironment('ALSA_CONFIG_PATH', '/usr/share/alsa/alsa.conf');
      flow.send('mic', { payload: true });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_MIC_MISSING');
      back();
      flow.send('mic', { payload: true });
      assert.equal((await flow.next('out')).pronunciation.durationMs, 500);
    });
  });

  describe('with a program that plays arecord', () => {
    const ENDLESS = 'while :; do head -c 1600 /dev/zero; sleep 0.05; done';

    it('ignores a second start while it records, and says so in the debug log', async () => {
      arecordIs(ENDLESS);
      await start({ maxSeconds: 1 });
      flow.send('mic', { payload: 1, topic: 'first' });
      flow.send('mic', { payload: 1, topic: 'bounce' });
      assert.equal((await flow.next(COMPLETED)).topic, 'bounce');
      assert.equal((await flow.next('out')).topic, 'first');
      assert.deepEqual(flow.waiting('out'), []);
    });

    it('begins anew where a start follows a stop at once', async () => {
      arecordIs(ENDLESS);
      await start();
      flow.send('mic', { payload: 1, topic: 'first' });
      await heard('first');
      flow.send('mic', { payload: 0 });
      flow.send('mic', { payload: 1, topic: 'second' });
      assert.equal((await flow.next('out')).topic, 'first');
      await heard('second');
      flow.send('mic', { payload: 0 });
      assert.equal((await flow.next('out')).topic, 'second');
    });

    it('does nothing on a stop when nothing is recorded', async () => {
      arecordIs(ENDLESS);
      await start();
      flow.send('mic', { payload: false, topic: 'stop' });
      assert.equal((await flow.next(COMPLETED)).topic, 'stop');
      assert.deepEqual(flow.waiting(CAUGHT), []);
    });

    it('refuses a payload that is no command, in push to talk', async () => {
      arecordIs(ENDLESS);
      await start();
      flow.send('mic', { payload: { a: 1 } });
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, 'PRON_MIC_COMMAND');
      assert.match(error.message, /another object, which neither starts nor stops/);
    });

    it('ends its recorder when the flow is stopped', async () => {
      arecordIs(`echo $$ > "$(dirname "$0")/pid"; exec sleep 60`);
      await start();
      flow.send('mic', { payload: true });
      const file = join(bin ?? '', 'pid');
      while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(10);
      const pid = Number(readFileSync(file, 'utf8'));
      const stopped = Date.now();
      await stopFlow();
      assert.ok(Date.now() - stopped < 2000);
      assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    });

    it('reports a setting that can\'t be used with every message', async () => {
      await start({ maxSeconds: 'x' });
      flow.send('mic', { payload: true });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_BAD_SETTING');
    });
  });
});

describe('micCommand', () => {
  it('understands booleans, words and the numbers of a GPIO pin', () => {
    for (const payload of [true, 'true', 'start', 'Start ', 1, '1']) assert.equal(micCommand(payload, 'push'), 'start');
    for (const payload of [false, 'false', 'stop', 'STOP', 0, '0']) assert.equal(micCommand(payload, 'push'), 'stop');
  });

  it('refuses anything else in push to talk', () => {
    for (const payload of [undefined, null, 2, '', 'go', {}, [], Date.now()]) {
      assert.throws(() => micCommand(payload, 'push'), { code: 'PRON_MIC_COMMAND' });
    }
  });

  it('starts on anything in the other modes, and does not take a button that is let go for a stop', () => {
    for (const mode of ['fixed', 'silence'] as const) {
      for (const payload of [true, Date.now(), 'go', Buffer.alloc(1), undefined]) {
        assert.equal(micCommand(payload, mode), 'start');
      }
      for (const payload of [false, 0, '0']) assert.equal(micCommand(payload, mode), 'none');
      assert.equal(micCommand('stop', mode), 'stop');
    }
  });
});
