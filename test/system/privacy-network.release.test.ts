import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { referenceVoice } from '../../engine/offline/reference-voice';
import { needsEar } from '../support/ear';
import { fakeLoudspeaker, type FakeLoudspeaker } from '../support/fake-loudspeaker';
import { fakeSatellite, type FakeSatellite } from '../support/fake-satellite';
import { startMosquitto, type Mosquitto } from '../support/mosquitto';
import { OUR_NODES } from '../support/our-nodes';
import { needsProgram, skipFor } from '../support/programs';
import { deployConnected, press, setUpExample, type SetUpExample } from './support/examples';
import { eventually, runNodeRed, temporaryFolder, type RunningNodeRed } from './support/node-red';
import { asksThisSystem, isOfSoundServer, keepsNothing, watch, watchedEnvironment, type Watched } from './support/watch';

const LOCAL = 'inet_addr("127.0.0.1")';
const CLASS = join('pronunciation', 'classes', 'class');

/** The port of a call on 127.0.0.1 as strace writes it, else the whole call. */
function localPort(call: string): string {
  return call.includes(LOCAL) ? (/sin_port=htons\((\d+)\)/.exec(call)?.[1] ?? call) : call;
}
const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();

describe('A voice in the examples that send something', function () {
  this.timeout(180_000);
  let broker: Mosquitto | undefined;
  let satellite: FakeSatellite | undefined;
  let loudspeaker: FakeLoudspeaker | undefined;
  let red: RunningNodeRed | undefined;
  let stopWatching: (() => Promise<Watched>) | undefined;
  let home = '';
  let port = 0;
  let examples: Readonly<Record<'zero' | 'room' | 'house' | 'lights' | 'server', SetUpExample>>;

  before(async function () {
    needsEar(this);
    needsProgram(this, 'strace', 'mosquitto', 'aplay');
    const { findFreePort } = await import('../../tools/lib/ports.mjs');
    broker = await startMosquitto();
    satellite = await fakeSatellite();
    loudspeaker = fakeLoudspeaker();
    home = join(temporaryFolder(), 'home');
    mkdirSync(home);
    port = await findFreePort(0);
    const here = { 'mqtt-broker': { port: String(broker.port) }, 'pron-play': { device: loudspeaker.device } };
    examples = {
      zero: setUpExample(13, here),
      room: setUpExample(14, { ...here, 'pron-class': { credentials: { pin: '246810' } } }),
      house: setUpExample(15, here),
      lights: setUpExample(16, { 'pron-satellite': { address: satellite.address } }),
      server: setUpExample(17, { ...here, 'pron-wyoming': { port }, 'pron-tts': { address: `127.0.0.1:${port}` } }),
    };
    red = await runNodeRed({ env: watchedEnvironment(home) });
    stopWatching = await watch(red.process.pid ?? 0, join(home, '..', 'watched'));
    if (stopWatching === undefined) skipFor(this, 'needs the permission to trace processes');
  });
  after(async () => {
    await stopWatching?.();
    await red?.stop();
    await satellite?.close();
    await broker?.stop();
    loudspeaker?.remove();
    if (home !== '') rmSync(join(home, '..'), { recursive: true, force: true });
  });

  it('goes to the broker, to the satellite and to nobody else, and into no file; a class keeps its results', async () => {
    assert.ok(red !== undefined && broker !== undefined && satellite !== undefined && stopWatching !== undefined);
    const { zero, room, house, lights, server } = examples;
    const flow = Object.values(examples).flatMap((example) => example.flow);
    const types = flow.map(({ type }) => type);
    assert.deepEqual(OUR_NODES.filter((type) => /class|wyoming|house|satellite|remote|worker/.test(type) && !types.includes(type)), []);
    const before = readdirSync(red.userDir, { recursive: true, encoding: 'utf8' });
    await deployConnected(red, flow);
    const own = red.userDir;

    await eventually('the satellite', () => Promise.resolve(satellite?.isRunning() || undefined));
    for (const [example, voice] of [[zero, 'the voice'], [room, 'the voice'], [house, 'the voice']] as const) await red.press(example.id(voice));
    assert.match(await press(red, zero, 'a native speaker', 'who has scored'), /worker: \{|worker: '/);
    await press(red, room, 'sit down', 'kept or refused');
    await press(red, room, 'a learner', 'kept or refused');
    await press(red, house, 'a learner', 'what the house is told');
    const { wav } = await referenceVoice().sayWithWords('Turn the light on, please.', 'en-US');
    assert.equal(await press(red, lights, () => satellite?.say(wav), 'light'), 'true');
    await eventually('the answer', () => Promise.resolve((satellite?.played() ?? 0) > 0 || undefined));
    await press(red, server, 'a sentence', 'has ended');
    const { written, connected, listened } = await stopWatching();
    stopWatching = undefined;

    const places = [String(broker.port), satellite.address.split(':')[1] ?? '', String(port)];
    assert.deepEqual(unique(connected.filter((call) => !asksThisSystem(call)).map(localPort)), places.sort(), connected.join('\n'));
    assert.deepEqual(unique(listened.map(localPort)), [String(port)]);
    const ofFlow = (path: string): boolean => /^(\.?flows|\.config)/.test(relative(own, path)); // Node-RED's own, at a deploy
    const isClass = (path: string): boolean => `${CLASS}${sep}`.startsWith(`${relative(own, path)}${sep}`) || relative(own, path).startsWith(`${CLASS}${sep}`);
    const others = written.filter((path) => !keepsNothing(path) && !isOfSoundServer(home, path) && !/heard\.raw$/.test(path) && !ofFlow(path));
    assert.deepEqual(others.filter((path) => !isClass(path)), []);
    assert.ok(others.some(isClass), 'the class was watched');
    const added = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of added) {
      const path = join(parentPath, name);
      if (before.includes(relative(own, path))) continue;
      assert.ok(!readFileSync(path).includes('RIFF'), `${path} holds a recording`);
    }
    assert.deepEqual(readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name), []);
    assert.doesNotMatch(red.log(), /\[debug:what went wrong\]/);
  });
});
