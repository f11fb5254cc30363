import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { decodeWav } from '../../pipeline/wav';
import { microphoneThatHears, type FakeMicrophone } from '../support/fake-microphone';
import { startMosquitto, type Mosquitto } from '../support/mosquitto';
import { needsProgram } from '../support/programs';
import { deployConnected, press, setUpExample, type SetUpExample } from './support/examples';
import { eventually, ROOT, runNodeRed, type RunningNodeRed } from './support/node-red';

describe('The examples of a pool, one Node-RED a board, with mosquitto', function () {
  this.timeout(180_000);
  let broker: Mosquitto | undefined;
  let microphone: FakeMicrophone | undefined;
  let small: RunningNodeRed | undefined;
  let large: RunningNodeRed | undefined;
  let zero: SetUpExample;
  let room: SetUpExample;
  /** Of the native speaker, scored where it was recorded. */
  let alone = '';

  before(async function () {
    needsProgram(this, 'mosquitto', 'arecord');
    const { samples, sampleRate } = decodeWav(readFileSync(join(ROOT, 'practice', 'recordings', 'ko-correct.wav')));
    microphone = microphoneThatHears(Int16Array.from(samples, (x) => Math.round(32767 * x)), sampleRate);
    broker = await startMosquitto();
    const here = { 'mqtt-broker': { port: String(broker.port) } };
    const microphoned = { ...here, 'pron-mic': { device: microphone.device } };
    zero = setUpExample(13, microphoned);
    room = setUpExample(14, { ...microphoned, 'pron-class': { credentials: { pin: '246810' } } });
    small = await runNodeRed({ flows: zero.flow });
    large = await runNodeRed();
  });
  after(async () => {
    await small?.stop();
    await large?.stop();
    await broker?.stop();
    microphone?.remove();
  });

  const inRoom = async (button: string, shown: string): Promise<string> => {
    assert.ok(large !== undefined);
    return press(large, room, button, shown);
  };
  /** Presses a button for a learner. @returns the points, and what is shown of who has scored */
  async function scoredOnZero(button = 'a native speaker'): Promise<[points: string, who: string]> {
    assert.ok(small !== undefined);
    const who = press(small, zero, () => undefined, 'who has scored');
    return [await press(small, zero, button, 'score'), await who];
  }

  it('13: a board that finds no larger one scores alone, and says why', async () => {
    assert.ok(small !== undefined);
    await small.press(zero.id('the voice'));
    const [points, who] = await scoredOnZero();
    assert.ok(Number(points) > 0, points);
    assert.match(who, /worker: null/);
    assert.match(who, /PRON_POOL_NOBODY/);
    alone = points;
  });

  it('14: a seat sits down and is scored, and the teacher sees it', async () => {
    assert.ok(large !== undefined);
    await deployConnected(large, room.flow);
    assert.match(await inRoom('sit down', 'kept or refused'), /seat: '1'/);
    await large.press(room.id('the voice'));
    assert.equal(await inRoom('a learner', 'points or verdict'), alone);
    const seen = await eventually('the result', async () => {
      const overview = await inRoom('overview', 'to the teacher');
      return /tries: 1/.test(overview) ? overview : undefined;
    });
    assert.match(seen, /기차도 전기도 없었다/);
    assert.match(await inRoom('csv', 'to the teacher'), /기차도 전기도 없었다/);
  });

  it('13: asks the larger board as soon as it is there, gets the same points, and names it', async () => {
    const [points, who] = await scoredOnZero();
    assert.equal(points, alone);
    assert.ok(who.includes(hostname()), who);
    assert.doesNotMatch(who, /reason/);
    const [fewer] = await scoredOnZero('a learner with errors');
    assert.ok(Number(fewer) < Number(points), fewer);
  });

  it('13: records and asks the larger board', async () => {
    await small?.press(zero.id('the voice'));
    const [points, who] = await scoredOnZero('record');
    assert.ok(Number(points) > 0, points);
    assert.ok(who.includes(hostname()), who);
  });

  it('14: a second board with the lower row has a seat of its own', async () => {
    assert.ok(small !== undefined);
    // Step 5 of the comment: the row, with another name in the tab's variable.
    const { flow, id } = room;
    const row = flow.slice(flow.findIndex(({ name }) => name === "A seat's board: copy this row to it"));
    const tab = flow.filter(({ type }) => /^(tab|mqtt-broker)$/.test(type)).map((node) => (node.type === 'tab' ? { ...node, env: [{ name: 'SEAT', value: 'seat-2', type: 'str' }] } : node));
    await deployConnected(small, [...tab, ...row]);
    await small.press(id('sit down'));
    await small.press(id('the voice'));
    assert.equal(await press(small, room, 'a learner', 'points or verdict'), alone);
    assert.ok(Number(await press(small, room, 'record', 'points or verdict')) > 0);
    const seen = await eventually('both results', async () => {
      const overview = await inRoom('overview', 'to the teacher');
      return /seat: '2',[^}]*tries: 2/s.test(overview) ? overview : undefined;
    });
    assert.match(seen, /seat: '1',[^}]*tries: 1/s);
    assert.equal(seen.match(/기차도 전기도 없었다/g)?.length, 1, 'both are tries of one sentence');
    await small.deploy(zero.flow);
    await small.press(zero.id('the voice'));
  });

  it('13: scores alone again when the larger one has lost its power', async () => {
    assert.ok(large !== undefined);
    const powerOn = await large.cutPower();
    const [points, who] = await scoredOnZero();
    assert.equal(points, alone);
    assert.match(who, /reason: 'PRON_POOL_/);
    await powerOn();
  });

  it('14: has kept the result over the power cut, and deletes it', async () => {
    assert.ok(large !== undefined);
    const { userDir } = large;
    const folder = join(userDir, 'pronunciation', 'classes', 'class');
    assert.ok(readdirSync(folder).length > 0);
    assert.match(await inRoom('overview', 'to the teacher'), /tries: 3/);
    await large.press(room.id('delete'));
    await eventually('the end of the results', async () => {
      const overview = await inRoom('overview', 'to the teacher');
      return /tries: 0/.test(overview) || undefined;
    });
  });
});
