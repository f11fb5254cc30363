import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { flowFile } from '../../practice/flow/files';

interface Message {
  readonly topic: string;
  readonly pronunciation: { readonly session: string };
}

describe('The one microphone of the practice station', () => {
  const store = new Map<string, unknown>();
  const flow = { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) };
  /** What the Function node sends: to the microphone, and to the page. */
  const ask = (topic: string, session: string): (Message | null)[] | null => {
    const body = flowFile('station/functions/one-at-a-time.js');
    return runInNewContext(`(() => {${body}\n})()`, { msg: { topic, pronunciation: { session } }, flow }) as (Message | null)[] | null;
  };
  beforeEach(() => store.clear());

  it('is one learner\'s until the recording is there', () => {
    assert.equal(ask('record', 'a')?.[0]?.topic, 'record');
    assert.equal(ask('record', 'b')?.[1]?.topic, 'error');
    assert.equal(ask('stop', 'b'), null);
    assert.equal(ask('stop', 'a')?.[0]?.topic, 'stop');
  });

  it('is free again where a recording was lost, for its owner at once and for others after 20 s', () => {
    flow.set('recording', { session: 'a', since: Date.now() - 19_000 });
    assert.equal(ask('record', 'b')?.[0], null);
    flow.set('recording', { session: 'a', since: Date.now() - 21_000 });
    assert.equal(ask('record', 'b')?.[0]?.topic, 'record');
  });
});

describe('What a page asks the practice station for', () => {
  const store = new Map<string, unknown>();
  const flow = { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) };
  const body = flowFile('station/functions/route.js');
  const route = (msg: object): (Record<string, unknown> | null)[] | null =>
    runInNewContext(`(() => {${body}\n})()`, { msg, flow }) as (Record<string, unknown> | null)[] | null;
  const asked = { topic: 'say', payload: 'hello', voice: 'low', pronunciation: { session: 'page-1', language: 'en', text: 'hello' }, _client: { socketId: 's' } };

  it('leaves by one output, with nothing that a page may not choose', () => {
    const outputs = route({ ...asked, filename: '/etc/hostname', noiseProfile: 'x', image: 'x', pronunciation: { ...asked.pronunciation, role: 'reference', words: [] } });
    assert.equal(outputs?.filter((output) => output !== null).length, 1);
    const sent = JSON.parse(JSON.stringify(outputs[1])) as object;
    assert.deepEqual(sent, asked);
  });

  it('is not listened to without a short name of the session, and with a text that nobody could say', () => {
    const { pronunciation } = asked;
    for (const changed of [
      { session: undefined }, { session: 5 }, { session: 'x'.repeat(65) }, { session: '../x' }, { text: 'x'.repeat(2001) }, { text: {} }, { language: 'x'.repeat(36) },
    ]) assert.equal(route({ ...asked, pronunciation: { ...pronunciation, ...changed } }), null, JSON.stringify(changed).slice(0, 60));
    assert.equal(route({ ...asked, recording: 'x'.repeat(101) }), null);
  });

  it('is remembered for 200 pages, the newest', () => {
    for (let i = 0; i < 300; i++) route({ ...asked, pronunciation: { session: `page-${i}` } });
    const kept = Object.keys(store.get('connections') as object);
    assert.deepEqual([kept.length, kept.at(-1)], [200, 'page-299']);
  });
});
