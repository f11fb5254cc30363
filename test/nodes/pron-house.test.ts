import assert from 'node:assert/strict';

import { scoredMessage } from '../support/class-messages';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { encodePng } from '../../pipeline/png';
import { HOUSE } from './all-nodes';

interface Told extends Received {
  readonly topic: string;
  readonly payload: string | Buffer;
  readonly qos: number;
  readonly retain: boolean;
}

const PNG = encodePng({ pixels: new Uint8Array(12), width: 2, height: 2, channels: 3 });

describe('pron-house', function () {
  this.timeout(20_000);
  let flow: RunningFlow;
  afterEach(stopFlow);

  async function start(settings: object = {}, language = 'en-US'): Promise<void> {
    const nodes = [{ id: 'n', type: 'pron-house', ...settings, wires: [['broker'], ['sentence']] }, ...['broker', 'sentence'].map((id) => ({ id, type: 'helper' }))];
    flow = await startFlow([HOUSE], nodes, { language });
  }
  /** What goes to the broker and to the flow for a message. */
  async function tell(msg: object): Promise<{ readonly broker: Told[]; readonly sentence: Told[] }> {
    flow.send('n', msg);
    await flow.next(COMPLETED);
    return { broker: flow.waiting('broker').splice(0) as Told[], sentence: flow.waiting('sentence').splice(0) as Told[] };
  }
  const byTopic = (messages: readonly Told[]): Record<string, unknown> =>
    Object.fromEntries(messages.map(({ topic, payload }) => [topic.replace('pronunciation/home/', ''), payload]));

  it('tells an attempt as JSON, as a plain number, as words and as an event', async () => {
    await start();
    const msg = scoredMessage({ session: 'seat 3', points: 81.26, words: [['안녕', 90], ['하세요', 70.04]] });
    const { broker } = await tell({ ...msg, image: PNG, pronunciation: { ...msg.pronunciation as object, noise: { snrDb: 15 } } });
    const { result, attempt, picture, ...rest } = byTopic(broker);
    assert.deepEqual(rest, { score: '81.3', verdict: 'scored', noise: 'amber' });
    const told = {
      points: 81.3, verdict: 'scored', tier: null, text: '안녕하세요', language: 'ko', session: 'seat 3', message: '',
      words: [{ text: '안녕', score: 90 }, { text: '하세요', score: 70 }],
    };
    assert.deepEqual(JSON.parse(String(result)), told);
    assert.deepEqual(JSON.parse(String(attempt)), { event_type: 'scored', ...told });
    assert.deepEqual(picture, PNG);
    assert.deepEqual(broker.map(({ qos, retain }) => [qos, retain]), Array(6).fill([1, false]));
  });

  it('tells no number of a refused attempt', async () => {
    await start();
    const { result, ...rest } = byTopic((await tell(scoredMessage({ points: null, verdict: 'too-quiet' }))).broker);
    assert.deepEqual(Object.keys(rest), ['verdict', 'attempt']);
    const { points, verdict } = JSON.parse(String(result)) as { points: null; verdict: string };
    assert.deepEqual([points, verdict], [null, 'too-quiet']);
  });

  it('lets the broker keep results only where it is told to, and an event never', async () => {
    await start({ retain: true });
    const { broker } = await tell(scoredMessage());
    assert.deepEqual(broker.filter(({ retain }) => !retain).map(({ topic }) => topic), ['pronunciation/home/attempt']);
  });

  it('tells the noise of a recording that has no score yet, and nothing of a reference', async () => {
    await start();
    assert.deepEqual(byTopic((await tell({ payload: '', pronunciation: { noise: { snrDb: 30 } } })).broker), { noise: 'green' });
    assert.deepEqual(await tell({ payload: '', pronunciation: { role: 'reference', noise: { snrDb: 30 } } }), { broker: [], sentence: [] });
  });

  it('takes no picture that is none, or too large for a broker', async () => {
    await start();
    for (const image of ['x', Buffer.from('GIF89a'), Buffer.concat([PNG, Buffer.alloc(2_000_001)])]) {
      assert.ok(!('picture' in byTopic((await tell({ ...scoredMessage(), image })).broker)));
    }
  });

  it('announces nothing unless discovery is on', async () => {
    await start();
    for (const topic of ['pronunciation/home/availability', 'homeassistant/status']) {
      assert.deepEqual(await tell({ topic, payload: 'online' }), { broker: [], sentence: [] });
    }
  });

  it('announces its station when the broker is there and when Home Assistant begins, in the language of Node-RED', async () => {
    await start({ discovery: true, station: 'kitchen', prefix: 'ha' }, 'ko');
    for (const topic of ['pronunciation/kitchen/availability', 'ha/status']) {
      const [told] = (await tell({ topic, payload: 'online' })).broker;
      assert.deepEqual([told?.topic, told?.qos, told?.retain], ['ha/device/pronunciation_kitchen/config', 1, true]);
      const { device, components } = JSON.parse(String(told?.payload)) as { device: { name: string }; components: { score: { name: string; state_topic: string } } };
      assert.deepEqual([device.name, components.score.name, components.score.state_topic], ['발음 kitchen', '점수', 'pronunciation/kitchen/result']);
    }
    assert.deepEqual((await tell({ topic: 'ha/status', payload: 'offline' })).broker, []);
  });

  it('passes on a sentence that the house sets, and says which one it is', async () => {
    await start();
    for (const payload of [' 물 한 잔 주세요\n', Buffer.from('물 한 잔 주세요')]) {
      const { broker, sentence } = await tell({ topic: 'pronunciation/home/say/set', payload });
      assert.deepEqual(byTopic(broker), { say: '물 한 잔 주세요' });
      assert.deepEqual([broker[0]?.retain, sentence[0]?.topic, sentence[0]?.payload], [true, 'say', '물 한 잔 주세요']);
    }
    assert.deepEqual((await tell({ topic: 'say', payload: 'Hello' })).sentence, [], 'the flow knows its own sentence');
  });

  it('refuses a sentence that is none, and a message that says nothing to the house', async () => {
    await start();
    for (const [msg, code] of [
      [{ topic: 'pronunciation/home/say/set', payload: '  ' }, 'PRON_HOUSE_SAY'], [{ topic: 'say', payload: 'x'.repeat(256) }, 'PRON_HOUSE_SAY'],
      [{ topic: 'say', payload: 7 }, 'PRON_HOUSE_SAY'], [{ topic: 'weather', payload: 'rain' }, 'PRON_HOUSE_MESSAGE'], [{ payload: 1 }, 'PRON_HOUSE_MESSAGE'],
    ] as const) {
      flow.send('n', msg);
      assert.equal((await flow.next(CAUGHT)).error.code, code, JSON.stringify(msg).slice(0, 60));
    }
  });

  it('says that a station has no name for a topic', async () => {
    await start({ station: 'a/b' });
    flow.send('n', scoredMessage());
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_BAD_SETTING');
  });
});
