import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import type { PronError } from '../../../base/errors';
import { createAsker, type Answered, type Asker } from '../../../nodes/pool/asker';
import { connect } from '../../../nodes/pool/connection';
import type { Scored } from '../../../nodes/pool/utterance';
import { startMosquitto, type Mosquitto } from '../../support/mosquitto';
import { needsProgram } from '../../support/programs';
import { ROOT, scoredAs, SET, startStub, utterance, type Stub } from './stub';

const never = (): Promise<Scored> => new Promise(() => undefined);
const seconds = (begun: number): number => (performance.now() - begun) / 1000;

describe('A pool with a real mosquitto', function () {
  this.timeout(60_000);
  let mosquitto: Mosquitto;
  let askers: Asker[] = [];
  let workers: Stub[] = [];
  before(function () {
    needsProgram(this, 'mosquitto');
  });
  beforeEach(async () => {
    mosquitto = await startMosquitto();
  });
  afterEach(async () => {
    await Promise.all([...askers, ...workers].map((one) => one.close()));
    [askers, workers] = [[], []];
    await mosquitto.stop();
  });

  const broker = (): { readonly url: string; readonly options: object } => ({ url: mosquitto.url, options: {} });
  const worker = async (options?: Parameters<typeof startStub>[1]): Promise<Stub> => {
    const stub = await startStub(broker(), options);
    workers.push(stub);
    return stub;
  };
  const asker = (): Asker => {
    const one = createAsker({ broker: broker(), root: ROOT });
    askers.push(one);
    return one;
  };
  const codeOf = async (answer: Promise<Answered>): Promise<string> => answer.then(() => 'an answer', (error: PronError) => error.code);

  it('shares the work, and asks each worker\'s seats for a reference once', async () => {
    const both = [await worker(), await worker()];
    const one = asker();
    const texts = Array.from({ length: 12 }, (_, i) => 'x'.repeat(i + 1));
    const answers = await Promise.all(texts.map((text) => one.ask(utterance(text))));
    assert.deepEqual(answers.map(({ details }) => details.value), texts.map(({ length }) => length));
    for (const { asked, prepared } of both) {
      assert.ok(asked.length >= 4, `${asked.length} of 12`);
      assert.equal(prepared.length, 1);
    }
    assert.deepEqual(one.counts, { doubled: 0, strange: 0, secondTries: 0 });
  });

  it('asks another worker if one hangs, and drops the answer that comes late', async () => {
    let release = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (release = resolve));
    let isFirst = true;
    const hangsOnce = async (text: string): Promise<Scored> => {
      if (text === 'late' && isFirst) {
        isFirst = false;
        await hanging;
      }
      return scoredAs(text);
    };
    await worker({ score: hangsOnce });
    await worker({ score: hangsOnce });
    const one = asker();
    // The time-out follows from what the workers have announced.
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => one.ask(utterance(text))));
    await pause(5_500);
    const begun = performance.now();
    const { pool, details } = await one.ask(utterance('late'));
    assert.equal(details.value, 4);
    assert.equal(pool.tries, 2);
    assert.ok(seconds(begun) < 9, `${seconds(begun)} s`);
    release();
    await pause(500);
    assert.equal(one.counts.doubled, 1);
  });

  it('sends again what nobody was there for, as soon as somebody is', async () => {
    const gone = connect(broker(), { clientId: 'gone' });
    const announcement = { id: 'w-gone', name: 'gone', version: '0', set: SET, models: {}, languages: [], backend: null, medianMs: null, waitMs: 0, queue: 0 };
    await gone.publishAsync(`${ROOT}/worker/w-gone`, JSON.stringify(announcement), { retain: true });
    await gone.endAsync();
    const one = asker();
    const begun = performance.now();
    const answer = one.ask(utterance('abc'));
    await pause(1_500);
    await worker();
    assert.equal((await answer).pool.tries, 1);
    assert.ok(seconds(begun) < 6, `${seconds(begun)} s`);
  });

  it('says that nobody is there after a while, and then at once', async () => {
    const one = asker();
    assert.equal(await codeOf(one.ask(utterance('a'))), 'PRON_POOL_NOBODY');
    const begun = performance.now();
    assert.equal(await codeOf(one.ask(utterance('b'))), 'PRON_POOL_NOBODY');
    assert.ok(seconds(begun) < 0.5);
    await worker();
    await pause(300);
    assert.equal((await one.ask(utterance('abc'))).details.value, 3);
  });

  it('says so within seconds, too, if the last worker goes with the recording, or the broker', async () => {
    const last = await worker({ score: never });
    const one = asker();
    const begun = performance.now();
    const answer = codeOf(one.ask(utterance('a')));
    await pause(500);
    await last.close();
    assert.equal(await answer, 'PRON_POOL_NOBODY');
    assert.ok(seconds(begun) < 12, `${seconds(begun)} s`);
    await worker({ score: never });
    await pause(300);
    const second = codeOf(one.ask(utterance('b')));
    await pause(300);
    await mosquitto.stop();
    assert.equal(await second, 'PRON_POOL_BROKER');
  });

  it('answers what was under way when the broker was restarted, once', async () => {
    await worker({ score: async (text) => pause(800).then(() => scoredAs(text)) });
    const one = asker();
    const answers = Promise.all(['a', 'bb', 'ccc'].map((text) => one.ask(utterance(text))));
    await pause(600);
    await mosquitto.stop('SIGKILL');
    await pause(500);
    await mosquitto.start();
    assert.deepEqual((await answers).map(({ details }) => details.value), [1, 2, 3]);
  });

  it('takes no answer of other models, and none that it has not asked for', async () => {
    const liar = connect(broker(), { clientId: 'liar' });
    await liar.subscribeAsync(`${ROOT}/ask/+`);
    liar.on('message', (_topic, _wav, { properties: { responseTopic = '', correlationData } = {} }) => {
      const answer = { kind: 'scored', set: 'fedcba9876543210', worker: 'w-liar', ms: 1, ...scoredAs('x'.repeat(99)) };
      const send = (payload: string, data = correlationData): void => void liar.publish(responseTopic, payload, { properties: { ...(data && { correlationData: data }) } });
      send(JSON.stringify(answer));
      send(JSON.stringify({ ...answer, set: SET }), Buffer.from('0'.repeat(32), 'hex'));
      send('{"kind":"scored"}');
    });
    await worker({ score: async (text) => pause(500).then(() => scoredAs(text)) });
    const one = asker();
    const { details, pool } = await one.ask(utterance('abc'));
    assert.deepEqual([details.value, pool.set], [3, SET]);
    assert.deepEqual(one.counts, { doubled: 1, strange: 2, secondTries: 0 });
    await liar.endAsync(true);
  });
});
