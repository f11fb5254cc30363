import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { keepListening } from '../../../devices/recorder';
import { listen } from '../../../devices/recorder/listen';
import { createPreRoll } from '../../../devices/recorder/pre-roll';
import { microphoneOnFifo, microphoneThatHears, type FakeMicrophone } from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';
import { BLOCK_MS, speakInto } from '../../support/speak-into';

const RATE = 16000;

const sampleAt = (wav: Buffer, index: number): number => wav.readInt16LE(44 + 2 * index);

describe('A microphone that is listened to before a recording begins', function () {
  this.timeout(10_000);
  let microphone: FakeMicrophone | undefined;
  let undo: (() => unknown)[] = [];

  before(function () {
    needsProgram(this, 'arecord');
  });

  afterEach(async () => {
    for (const back of undo.reverse()) await back();
    undo = [];
    microphone?.remove();
  });

  it('gives what was heard before the start, in the order in which it was heard, with no gap', async () => {
    const fifo = microphoneOnFifo();
    microphone = fifo;
    const listening = listen({ device: 'fakemic', sampleRate: RATE, preRollMs: 300 });
    undo.push(() => listening.close());
    const speaker = speakInto(fifo.path, (block) => block);
    undo.push(() => speaker.stop());
    await wait(1500);
    const atStart = speaker.blocks;
    const recording = listening.record({ maxMs: 5000 });
    await wait(500);
    recording.stop();
    const { wav, durationMs, end } = await recording.done;
    assert.equal(end, 'stopped');
    const first = sampleAt(wav, 0);
    const before = (atStart - first) * BLOCK_MS;
    assert.ok(before >= 250 && before <= 650, `the first sample was heard ${before} ms before the start`);
    for (let i = 1; i < (wav.length - 44) / 2; i++) {
      const step = sampleAt(wav, i) - sampleAt(wav, i - 1);
      assert.ok(step === 0 || step === 1, `sample ${i} is ${step} blocks after the one before`);
    }
    assert.ok(durationMs > 650, `${durationMs} ms`);
  });

  it('adds it to a fixed length, and can record again and again', async () => {
    const fifo = microphoneOnFifo();
    microphone = fifo;
    const listening = listen({ device: 'fakemic', sampleRate: RATE, preRollMs: 200 });
    undo.push(() => listening.close());
    const speaker = speakInto(fifo.path, (block) => block);
    undo.push(() => speaker.stop());
    await wait(800);
    for (let i = 0; i < 2; i++) {
      const { durationMs, end } = await listening.record({ maxMs: 300 }).done;
      assert.deepEqual([durationMs, end], [500, 'length']);
      await wait(300);
    }
  });

  it('drops a recording that is aborted and goes on listening', async () => {
    microphone = microphoneThatHears(new Int16Array(RATE));
    const listening = listen({ device: 'fakemic', sampleRate: RATE, preRollMs: 100 });
    undo.push(() => listening.close());
    const dropped = listening.record({ maxMs: 600_000 });
    const closed = assert.rejects(dropped.done, { code: 'PRON_CLOSED' });
    await dropped.abort();
    await closed;
    assert.equal((await listening.record({ maxMs: 200 }).done).end, 'length');
  });

  it('tells why it has ended, and the recording under way as well; nothing after it was closed', async () => {
    microphone = microphoneOnFifo();
    const listening = listen({ device: 'fakemic', sampleRate: RATE, preRollMs: 100, noDataMs: 300 });
    const recording = listening.record({ maxMs: 1000 });
    await assert.rejects(recording.done, { code: 'PRON_MIC_NO_DATA' });
    assert.equal((await listening.ended)?.code, 'PRON_MIC_NO_DATA');
    const other = listen({ device: 'fakemic', sampleRate: RATE, preRollMs: 100 });
    await other.close();
    assert.equal(await other.ended, undefined);
  });

  it('is opened again after a failure: at once for a recording, else after a while', async () => {
    const fake = microphoneThatHears(new Int16Array(RATE));
    microphone = fake;
    fake.unplug();
    const failures: string[] = [];
    const kept = keepListening({
      device: 'fakemic',
      sampleRate: RATE,
      preRollMs: 100,
      retryMs: 200,
      mayOpen: () => true,
      onFailure: ({ code }) => failures.push(code),
    });
    undo.push(() => kept.close());
    await assert.rejects(kept.record({ maxMs: 200 }).done, { code: 'PRON_MIC_MISSING' });
    fake.plugIn();
    const { end } = await kept.record({ maxMs: 200 }).done;
    assert.equal(end, 'length');
    assert.ok(failures.length > 0 && failures.every((code) => code === 'PRON_MIC_MISSING'));
  });
});

describe('The pre-roll', () => {
  it('is the newest bytes that fit, however they are cut, and is forgotten once it is taken', () => {
    const preRoll = createPreRoll(10);
    for (const chunk of [[1, 2], [3, 4, 5, 6, 7, 8], [9, 10], [11, 12, 13, 14]]) preRoll.push(Buffer.from(chunk));
    assert.deepEqual([...preRoll.take()], [5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    assert.equal(preRoll.take().length, 0);
  });

  it('keeps no more of one large chunk', () => {
    const preRoll = createPreRoll(4);
    preRoll.push(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]));
    assert.deepEqual([...preRoll.take()], [5, 6, 7, 8]);
  });
});
