import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { NodeInitializer } from 'node-red';

import { packageRoot } from '../../base/package-root';
import { needsProgram } from '../support/programs';
import { startMosquitto, type Mosquitto } from '../support/mosquitto';
import { CAUGHT, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { HEAR, MEL, REMOTE, SCORE, WORKER } from './all-nodes';

const BROKER = { type: 'mqtt-broker', register: createRequire(__filename)('@node-red/nodes/core/network/10-mqtt.js') as NodeInitializer };
const recording = (name: string): Buffer => readFileSync(join(packageRoot(), 'practice/recordings', `${name}.wav`));
const REFERENCE = (): object => ({ payload: recording('en-native'), pronunciation: { role: 'reference', text: 'She had your dark suit in greasy wash water all year.', language: 'en' } });
const LEARNER = (): object => ({ payload: recording('en-correct'), pronunciation: {}, mine: 1 });

/** What does not depend on who has computed and how fast. */
function lasting({ payload, pronunciation }: Received): object {
  const { score, heard, prosody } = pronunciation;
  const { ms: _ms, referenceCached: _cached, ...details } = score;
  return JSON.parse(JSON.stringify({ payload, prosody, details, heard: heard === undefined ? undefined : { ...heard, ms: 0 } })) as object;
}

describe('The remote node', function () {
  this.timeout(90_000);
  let broker: Mosquitto;
  let flow: RunningFlow;
  before(async function () {
    needsProgram(this, 'mosquitto');
    broker = await startMosquitto();
  });
  after(async () => broker?.stop());
  afterEach(stopFlow);

  const start = async ({ workers = 1, settings = {}, port = broker.port } = {}): Promise<void> => {
    flow = await startFlow([BROKER, HEAR, MEL, SCORE, REMOTE, WORKER], [
      { id: 'b', type: 'mqtt-broker', z: undefined, broker: '127.0.0.1', port: String(port), autoConnect: true, usetls: false, protocolVersion: '4', keepalive: '60', cleansession: true },
      ...Array.from({ length: workers }, (_, i) => ({ id: `w${i}`, type: 'pron-worker', broker: 'b', workerName: `big ${i}` })),
      { id: 'r', type: 'pron-remote', broker: 'b', local: false, ...settings, wires: [['scored'], ['refused']] },
      { id: 'h', type: 'pron-hear', wires: [['m']] },
      { id: 'm', type: 'pron-mel', wires: [['s']] },
      { id: 's', type: 'pron-score', wires: [['scored here'], ['refused here']] },
      ...['scored', 'refused', 'scored here', 'refused here'].map((id) => ({ id, type: 'helper' })),
    ]);
  };

  it('gives the points that hear, mel and score nodes give, to the last digit, and says who has scored', async () => {
    await start({ workers: 2 });
    for (const id of ['h', 'r']) flow.send(id, REFERENCE());
    flow.send('r', LEARNER());
    const far = await flow.next('scored', 'refused', CAUGHT);
    flow.send('h', LEARNER());
    const near = await flow.next('scored here', 'refused here', CAUGHT);
    assert.equal(far.error, undefined);
    assert.deepEqual(lasting(far), lasting(near));
    assert.equal((far as unknown as { mine: number }).mine, 1);
    const pool = far.pronunciation['pool'] as Record<string, unknown>;
    assert.match(String(pool['name']), /^big \d$/);
    assert.match(String(pool['set']), /^[0-9a-f]{16}$/);
    assert.equal(pool['tries'], 1);
  });

  it('refuses what the score node refuses, on the second output', async () => {
    await start();
    flow.send('r', REFERENCE());
    flow.send('r', { payload: recording('silence'), pronunciation: { speech: null } });
    const { payload, pronunciation } = await flow.next('refused', CAUGHT);
    assert.equal(payload, 'no-speech');
    assert.match(pronunciation.score.message, /\.$/);
  });

  it('passes on a worker\'s error with its code', async () => {
    await start();
    flow.send('r', REFERENCE());
    flow.send('r', { payload: Buffer.from('RIFF....WAVEgarbage'), pronunciation: {} });
    const { error } = await flow.next('scored', 'refused', CAUGHT);
    assert.equal(error.code, 'PRON_BAD_WAV');
  });

  it('says that nobody is there', async () => {
    await start({ workers: 0, settings: { topic: 'empty' } });
    flow.send('r', REFERENCE());
    flow.send('r', LEARNER());
    const { error } = await flow.next('scored', 'refused', CAUGHT);
    assert.equal(error.code, 'PRON_POOL_NOBODY');
    assert.match(error.message, /empty/);
  });

  it('scores here if nobody is there and it may, and says so', async () => {
    await start({ workers: 0, settings: { topic: 'empty', local: true } });
    flow.send('r', REFERENCE());
    flow.send('r', LEARNER());
    const { pronunciation } = await flow.next('scored', 'refused', CAUGHT);
    const pool = pronunciation['pool'] as Record<string, unknown>;
    assert.deepEqual([pool['worker'], pool['reason']], [null, 'PRON_POOL_NOBODY']);
  });

  it('says that the broker can\'t be reached, and that none was chosen', async () => {
    await start({ workers: 0, port: 1 });
    flow.send('r', REFERENCE());
    flow.send('r', LEARNER());
    assert.equal((await flow.next('scored', CAUGHT)).error.code, 'PRON_POOL_BROKER');
    await stopFlow();
    await start({ workers: 0, settings: { broker: 'none' } });
    flow.send('r', LEARNER());
    assert.equal((await flow.next('scored', CAUGHT)).error.code, 'PRON_BAD_SETTING');
  });

  it('does not send what is too large', async () => {
    await start({ workers: 0 });
    flow.send('r', REFERENCE());
    flow.send('r', { payload: Buffer.concat([recording('en-correct'), Buffer.alloc(2_000_000)]), pronunciation: {} });
    assert.equal((await flow.next('scored', 'refused', CAUGHT)).error.code, 'PRON_POOL_LARGE');
  });
});
