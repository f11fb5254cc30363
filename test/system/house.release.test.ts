import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startMosquitto, type Mosquitto } from '../support/mosquitto';
import { needsProgram } from '../support/programs';
import { eventually, ROOT, runNodeRed, type FlowNode, type RunningNodeRed } from './support/node-red';

const BASE = 'pronunciation/home';
const CONFIG = 'homeassistant/device/pronunciation_home/config';
const EXAMPLE = JSON.parse(readFileSync(join(ROOT, 'examples', '15 - The score in Home Assistant.json'), 'utf8')) as readonly FlowNode[];

describe('The example for a house, with mosquitto', function () {
  this.timeout(120_000);
  let broker: Mosquitto;
  let red: RunningNodeRed;
  let listener: ChildProcess | undefined;
  let said = '';

  const flow = (discovery: boolean): FlowNode[] => EXAMPLE.map((node) =>
    node.type === 'mqtt-broker' ? { ...node, port: String(broker.port) } : node.type === 'pron-house' ? { ...node, discovery } : node);
  const idOf = (name: string): string => EXAMPLE.find((node) => node['name'] === name)?.id ?? '';

  /** Begins to listen with mosquitto_sub: a line a message, its kept mark, topic and payload. */
  function listen(): void {
    listener?.kill();
    said = '';
    listener = spawn('mosquitto_sub', ['-p', String(broker.port), '-q', '1', '-t', '#', '-F', '%r %t %p']);
    listener.stdout?.on('data', (text: Buffer) => (said += text.toString('utf8')));
  }
  const told = (topic: string): string[] => said.split('\n').filter((line) => line.split(' ')[1] === topic);
  const comes = (topic: string, count = 1): Promise<string> =>
    eventually(`${topic}\n${said.slice(0, 4000)}\n${red.log()}`, () => Promise.resolve(told(topic)[count - 1]), 30_000);
  const publish = (topic: string, payload: string): void => {
    assert.equal(spawnSync('mosquitto_pub', ['-p', String(broker.port), '-q', '1', '-t', topic, '-m', payload]).status, 0);
  };
  const payloadOf = (line: string): string => line.split(' ').slice(2).join(' ');

  before(async function () {
    needsProgram(this, 'mosquitto', 'mosquitto_sub', 'mosquitto_pub');
    broker = await startMosquitto();
    listen();
    red = await runNodeRed({ flows: flow(false) });
  });
  after(async () => {
    listener?.kill();
    await red.stop();
    await broker.stop();
  });

  it('says that it is there, and announces nothing unless it is told to', async () => {
    assert.match(await comes(`${BASE}/availability`), /online$/);
    publish('homeassistant/status', 'online');
    await comes('homeassistant/status');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(told(CONFIG), []);
  });

  it('tells an attempt in every form', async () => {
    await red.press(idOf('the voice'));
    await red.press(idOf('a learner'));
    const { points, verdict, words } = JSON.parse(payloadOf(await comes(`${BASE}/result`))) as { points: number; verdict: string; words: readonly object[] };
    assert.equal(verdict, 'scored');
    assert.ok(words.length > 0);
    assert.equal(payloadOf(await comes(`${BASE}/score`)), String(points));
    assert.equal(payloadOf(await comes(`${BASE}/verdict`)), 'scored');
    assert.equal((JSON.parse(payloadOf(await comes(`${BASE}/attempt`))) as { event_type: string }).event_type, 'scored');
    assert.match(await comes(`${BASE}/noise`), /(green|amber|red)$/);
    assert.match(await comes(`${BASE}/picture`), /PNG/);
    await red.press(idOf('another sentence'));
    assert.equal(payloadOf(await comes(`${BASE}/verdict`, 2)), 'wrong-sentence');
    assert.equal(told(`${BASE}/score`).length, 1, 'a refused attempt has no number');
  });

  it('leaves no attempt with the broker for whoever comes later', async () => {
    listen();
    await comes(`${BASE}/availability`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(said.split('\n').flatMap((line) => line.split(' ')[1] ?? []), [`${BASE}/availability`, `${BASE}/say`]);
  });

  it('says a sentence that the house sets', async () => {
    publish(`${BASE}/say/set`, '물 한 잔 주세요');
    await eventually('the sentence', () => Promise.resolve(told(`${BASE}/say`).find((line) => line.endsWith('물 한 잔 주세요'))), 20_000);
  });

  it('announces the station when it is switched on, when Home Assistant begins, and when the broker is there again', async () => {
    await red.deploy(flow(true));
    const config = JSON.parse(payloadOf(await comes(CONFIG))) as { components: Readonly<Record<string, { state_topic?: string }>> };
    assert.equal(config.components['score']?.state_topic, `${BASE}/result`);
    const before = told(CONFIG).length;
    publish('homeassistant/status', 'online');
    await comes(CONFIG, before + 1);
    await broker.stop();
    await broker.start(); // it has kept nothing
    listen();
    assert.match(await comes(CONFIG), /pronunciation_home/);
    assert.match(await comes(`${BASE}/availability`), /online$/);
  });

  it('is offline when it is stopped, and by its last will when it is killed', async () => {
    const isOffline = (): Promise<true> => eventually('offline', () => Promise.resolve(/offline$/.test(told(`${BASE}/availability`).at(-1) ?? '') || undefined), 10_000);
    await red.deploy([]);
    await isOffline();
    await red.deploy(flow(true));
    await eventually('online', () => Promise.resolve(/online$/.test(told(`${BASE}/availability`).at(-1) ?? '') || undefined), 10_000);
    const gone = once(red.process, 'exit');
    red.process.kill('SIGKILL');
    await gone;
    await isOffline();
  });
});
