import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { flowFile } from '../../scripts/flows/lib/files';

interface Message {
  readonly topic: string;
  readonly pronunciation: { readonly session: string };
}

describe('The one microphone of the practice station', () => {
  const store = new Map<string, unknown>();
  const flow = { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) };
  /** What the Function node sends: to the microphone, and to the page. */
  const ask = (topic: string, session: string): (Message | null)[] | null => {
    const body = flowFile('practice/functions/one-at-a-time.js');
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
