import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { MqttClient } from 'mqtt';

import { packageRoot } from '../../../base/package-root';
import { createAsker } from '../../../nodes/pool/asker';
import { connect, type Broker } from '../../../nodes/pool/connection';
import { exampleLines } from '../../docs/documents';
import { startMosquitto, type Mosquitto } from '../../support/mosquitto';
import { needsProgram } from '../../support/programs';
import { startStub, utterance } from './stub';

const FOLDER = join(packageRoot(), 'docs', 'pool');

/** The commands of docs/pool.md that make the certificates and the passwords; each password is the name. */
function followDocument(folder: string): void {
  const lines = exampleLines('docs/pool.md').filter((line) => /^sudo (openssl|mosquitto_passwd) /.test(line)).map((line) => line.replace('sudo ', '').replaceAll('class.local', 'localhost'));
  assert.equal(lines.length, 6);
  for (const line of lines) {
    const name = /^mosquitto_passwd .*?(\S+)$/.exec(line)?.[1];
    execFileSync('sh', ['-c', name === undefined ? line : `${line.replace('mosquitto_passwd', 'mosquitto_passwd -b')} ${name}`], { cwd: folder, stdio: 'ignore' });
  }
}

describe('The mosquitto configuration of docs/pool', function () {
  this.timeout(60_000);
  let mosquitto: Mosquitto;
  const clients: MqttClient[] = [];
  const brokerOf = (username: string, password = username): Broker => ({
    url: mosquitto.url.replace('mqtt://127.0.0.1', 'mqtts://localhost'),
    options: { username, password, ca: readFileSync(join(mosquitto.folder, 'ca.crt')), rejectUnauthorized: true },
  });
  before(async function () {
    needsProgram(this, 'mosquitto', 'mosquitto_passwd', 'openssl');
    // This computer's own port is left out: it may be taken.
    mosquitto = await startMosquitto((port, folder) => {
      followDocument(folder);
      cpSync(join(FOLDER, 'seats.acl'), join(folder, 'seats.acl'));
      const text = readFileSync(join(FOLDER, 'mosquitto.conf'), 'utf8').replaceAll('/etc/mosquitto/pronunciation', folder).replace(/^listener 1883.*$/m, '').replace('listener 8883', `listener ${port} 127.0.0.1`);
      return `${text}\nuser root\n`;
    });
  });
  after(async () => {
    await Promise.all(clients.map((client) => client.endAsync(true)));
    await mosquitto?.stop();
  });

  const client = async (name: string): Promise<MqttClient> => {
    const one = connect(brokerOf(name), { clientId: `test-${name}-${clients.length}` });
    clients.push(one);
    await new Promise((resolve) => one.once('connect', resolve));
    return one;
  };

  it('lets a seat ask over TLS and get its answer, and lets in nobody without the password', async () => {
    const worker = await startStub(brokerOf('worker'), { root: 'pron/pool' });
    const asker = createAsker({ broker: brokerOf('seat-1'), root: 'pron/pool' });
    try {
      assert.equal((await asker.ask(utterance('abc'))).details.value, 3);
      const stranger = connect(brokerOf('seat-1', 'wrong'), { clientId: 'stranger' });
      clients.push(stranger);
      const outcome = await new Promise((resolve) => {
        stranger.once('connect', () => resolve('let in'));
        stranger.once('error', () => resolve('refused'));
      });
      assert.equal(outcome, 'refused');
    } finally {
      await asker.close();
      await worker.close();
    }
  });

  it('lets a seat read no other seat\'s answers and voice, answer nobody, and write under no other name', async () => {
    const [spy, seat, worker] = [await client('seat-2'), await client('seat-1'), await client('worker')];
    const seen: string[] = [];
    const heard: string[] = [];
    spy.on('message', (topic) => seen.push(topic));
    worker.on('message', (topic) => heard.push(topic));
    await spy.subscribeAsync('#', { qos: 1 });
    await worker.subscribeAsync('pron/#', { qos: 1 });
    const send = async (from: MqttClient, topic: string): Promise<void> => void (await from.publishAsync(topic, 'x', { qos: 1 }).catch(() => undefined));
    await send(seat, 'pron/pool/ask/0123456789abcdef');
    await send(seat, 'pron/pool/at/w-1/reference');
    await send(worker, 'pron/pool/to/seat-1/a-1');
    await send(worker, 'pron/pool/to/seat-2/a-2');
    await send(seat, 'pron/pool/to/seat-2/a-2');
    await send(seat, 'pron/pool/worker/w-false');
    await send(seat, 'pron/class/seat-2/result');
    await send(seat, 'pron/class/seat-1/result');
    for (let i = 0; i < 100 && heard.length < 3; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(seen, ['pron/pool/to/seat-2/a-2'], 'only what the worker has sent to it');
    assert.deepEqual(heard, ['pron/pool/ask/0123456789abcdef', 'pron/pool/at/w-1/reference', 'pron/class/seat-1/result']);
  });
});
