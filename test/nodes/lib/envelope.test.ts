import assert from 'node:assert/strict';

import { openEnvelope } from '../../../nodes/lib/envelope';
import { markRecording } from '../../../nodes/lib/recording';
import { syntheticWav } from '../../support/synthetic-speech';

const WAV = syntheticWav({ seconds: 0.3 });
const FACTS = { role: 'reference', session: 'a', text: '안녕', words: [{ text: '안녕', startMs: 0, endMs: 9 }] };

describe('An envelope', () => {
  const opened = (msg: Record<string, unknown>): Record<string, unknown> => {
    openEnvelope(msg);
    return msg;
  };

  it('is opened as an object, as JSON text and as the bytes of that text', () => {
    const envelope = { pronunciation: FACTS, payload: WAV.toString('base64') };
    const text = JSON.stringify(envelope);
    for (const payload of [envelope, text, Buffer.from(text)]) {
      assert.deepEqual(opened({ payload, topic: 't' }), { payload: envelope.payload, pronunciation: FACTS, topic: 't' });
    }
  });

  it('goes before what the message says itself, which keeps what the envelope does not name', () => {
    const { pronunciation } = opened({ payload: { pronunciation: { role: 'reference' }, payload: 'x' }, pronunciation: { role: 'learner', session: 'b' } });
    assert.deepEqual(pronunciation, { role: 'reference', session: 'b' });
  });

  it('is nothing that only looks like one', () => {
    for (const payload of [WAV, 'x', '{"pronunciation": {', '{"pronunciation": 3, "payload": 4}', { pronunciation: FACTS }, { payload: 'x' }, { pronunciation: [], payload: 'x' }, null]) {
      assert.deepEqual(opened({ payload }), { payload });
    }
  });
});

describe('User properties of MQTT 5', () => {
  const factsOf = (userProperties: unknown, pronunciation?: object): unknown => {
    const msg = { payload: WAV, userProperties, ...(pronunciation && { pronunciation }) };
    openEnvelope(msg);
    return (msg as { pronunciation?: unknown }).pronunciation;
  };

  it('give role, session, text and language one by one, or all facts as JSON', () => {
    assert.deepEqual(factsOf({ role: 'reference', session: 'a', other: 'x' }), { role: 'reference', session: 'a' });
    assert.deepEqual(factsOf({ pronunciation: JSON.stringify(FACTS) }), FACTS);
    assert.deepEqual(factsOf({ pronunciation: JSON.stringify(FACTS), session: 'b' }), { ...FACTS, session: 'b' });
  });

  it('are nothing where they hold no facts', () => {
    for (const properties of [undefined, null, 'role', ['role'], {}, { role: 3, pronunciation: '{' }, { pronunciation: '3' }]) assert.equal(factsOf(properties), undefined);
  });

  it('go after what the message says itself', () => {
    assert.deepEqual(factsOf({ role: 'reference', session: 'a' }, { role: 'learner' }), { role: 'learner', session: 'a' });
  });

  it('are not read again once a stage has worked on the message', () => {
    const msg = { payload: WAV, userProperties: { role: 'reference' }, pronunciation: { session: 'a' } };
    markRecording(msg, WAV);
    openEnvelope(msg);
    assert.ok(!('role' in msg.pronunciation));
  });
});
