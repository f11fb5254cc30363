import assert from 'node:assert/strict';

import { decodeWav } from '../../pipeline/wav';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav, wavOfSamples } from '../support/synthetic-speech';
import { TIME } from './all-nodes';

describe('The time node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  const start = async (settings = {}): Promise<void> => {
    flow = await startFlow([TIME], [{ id: 'n', type: 'pron-time', ...settings, wires: [['out']] }, { id: 'out', type: 'helper' }]);
  };
  const msOf = (wav: unknown): number => {
    const { samples, sampleRate } = decodeWav(wav as Buffer);
    return (samples.length / sampleRate) * 1000;
  };
  const words = [{ text: 'a', startMs: 300, endMs: 800, mine: 1 }, { text: 'b', startMs: 800, endMs: 1800 }];
  const speech = { startMs: 300, endMs: 1800 };
  afterEach(stopFlow);

  it('stretches by a ratio, and moves speech and words along', async () => {
    await start({ mode: 'ratio', ratio: '1.5' });
    flow.send('n', { payload: syntheticWav(), topic: 't', pronunciation: { words, speech, session: 's' } });
    const { payload, topic, pronunciation } = await flow.next('out');
    assert.equal(msOf(payload), 3150);
    assert.deepEqual([topic, pronunciation.session, pronunciation.durationMs], ['t', 's', 3150]);
    assert.deepEqual(pronunciation.speech, { startMs: 450, endMs: 2700 });
    assert.deepEqual(pronunciation.words, [{ text: 'a', startMs: 450, endMs: 1200, mine: 1 }, { text: 'b', startMs: 1200, endMs: 2700 }]);
    assert.equal(flow.statuses('n').at(-1)?.text, '× 1.50');
  });

  it('makes the speech as long as it is told, wherever it lies', async () => {
    await start({ mode: 'length', lengthMs: 3000 });
    flow.send('n', { payload: syntheticWav(), pronunciation: { speech } });
    const { payload, pronunciation } = await flow.next('out');
    assert.equal(msOf(payload), 4200);
    assert.deepEqual(pronunciation.speech, { startMs: 600, endMs: 3600 });
  });

  it('finds the speech by itself where no vad node has', async () => {
    await start({ mode: 'length', lengthMs: 3000 });
    flow.send('n', { payload: syntheticWav() });
    const { payload, pronunciation } = await flow.next('out');
    assert.ok(Math.abs(msOf(payload) - 4200) < 300, `${msOf(payload)} ms`);
    assert.equal(pronunciation.speech, undefined);
  });

  it('gives a learner the length of the reference of the same session, whichever comes first', async () => {
    await start();
    const learner = syntheticWav({ seconds: 1 });
    flow.send('n', { payload: learner, pronunciation: { session: 'a', speech: { startMs: 300, endMs: 1300 } } });
    flow.send('n', { payload: syntheticWav({ seconds: 3 }), pronunciation: { role: 'reference', session: 'b', speech: { startMs: 300, endMs: 3300 } } });
    assert.equal((await flow.next('out')).pronunciation.session, 'b');
    const reference = syntheticWav({ seconds: 2 });
    flow.send('n', { payload: reference, pronunciation: { role: 'reference', session: 'a', speech: { startMs: 300, endMs: 2300 } } });
    const first = await flow.next('out');
    assert.deepEqual(first.payload, reference, 'a reference passes as it is');
    const second = await flow.next('out');
    assert.deepEqual([second.pronunciation.session, msOf(second.payload)], ['a', 3200]);
    assert.ok(flow.statuses('n').some(({ text }) => text === 'reference ready'));
  });

  it('takes the pace of the take that is heard, not of those that are only compared with', async () => {
    await start();
    const take = (number: number, seconds: number): object =>
      ({ payload: syntheticWav({ seconds }), pronunciation: { role: 'reference', take: { number, of: 2 }, speech: { startMs: 300, endMs: 300 + 1000 * seconds } } });
    flow.send('n', { payload: syntheticWav({ seconds: 1 }), pronunciation: { speech: { startMs: 300, endMs: 1300 } } });
    flow.send('n', take(2, 3));
    flow.send('n', take(1, 2));
    const came = [await flow.next('out'), await flow.next('out'), await flow.next('out')];
    assert.deepEqual(came.map(({ pronunciation: { take: place } }) => place?.number), [2, 1, undefined]);
    assert.equal(msOf(came[2]?.payload), 3200);
  });

  it('passes on what is no speech as it is', async () => {
    await start({ mode: 'length', lengthMs: 500 });
    const silence = wavOfSamples(new Float32Array(16000));
    flow.send('n', { payload: silence, pronunciation: { speech: null } });
    const { payload, pronunciation } = await flow.next('out');
    assert.deepEqual([payload, pronunciation.speech], [silence, null]);
  });

  it('says what is wrong where it would have to stretch too far', async () => {
    await start({ mode: 'length', lengthMs: 20000 });
    flow.send('n', { payload: syntheticWav(), pronunciation: { speech } });
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_TIME_RATIO');
    assert.match(error.message, /13\.33 times as long; 0\.25 to 4 is possible/);
  });

  it('says that a reference is missing, and that one holds no speech', async () => {
    await start({ waitSeconds: 0.1 });
    flow.send('n', { payload: syntheticWav() });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_NO_REFERENCE');
    flow.send('n', { payload: wavOfSamples(new Float32Array(16000)), pronunciation: { role: 'reference' } });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_EMPTY_REFERENCE');
  });
});
