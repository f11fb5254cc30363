import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import helper from 'node-red-node-test-helper';

import { PLAIN_DEVICE } from '../../devices/alsa/device-name';
import { MIC, PLAY } from '../nodes/all-nodes';
import { microphoneThatHears, type FakeMicrophone } from '../support/fake-microphone';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { needsProgram } from '../support/programs';

/** Names that make ALSA do more than play and record, each with what it would do; FILE is one that must not come to be. */
const ATTACKS = [
  ["file:'|touch FILE',raw", 'starts a program'],
  ["tee:fakemic,'|touch FILE',raw", 'starts a program beside recording'],
  ['tee:fakemic,FILE,raw', 'writes a file beside recording'],
  ['file:FILE,raw', 'writes a file'],
  ['file:FILE=x,FORMAT=raw', 'writes a file by named arguments'],
  ["plug:\"tee:fakemic,'|touch FILE',raw\"", 'hides the type in another name'],
  ["plug:{SLAVE={type file file \"|touch FILE\" slave.pcm null format raw}}", 'is a definition in an argument'],
  ['{type file file "|touch FILE" slave.pcm null format raw}', 'is a definition'],
  ['@args [ FILE ]', 'is a part of a definition'],
  ['FILE', 'is a path'],
  ['-t', 'looks like an option'],
  ['--help', 'looks like a long option'],
  ['-Dfakemic', 'looks like the option for devices itself'],
  ['fakemic\ntee:fakemic,FILE,raw', 'has a second line'],
  ['fakemic\0', 'has a NUL byte'],
  ['fakemic ', 'ends with a space'],
  ['$(touch FILE)', 'is a command in a shell'],
  ['`touch FILE`', 'is one in another spelling'],
  ['fakemic;touch FILE', 'has a command behind it'],
  ['shm:FILE,fakemic', 'opens a socket'],
  ['pulse:SERVER=elsewhere', 'sends the sound to another machine'],
  ['tee:fakemic,x,raw', 'writes into the folder that Node-RED was started in'],
  ['TEE:fakemic,x,raw', 'is spelled in capitals'],
  ['x'.repeat(100_000), 'is far too long'],
] as const;

const PLAIN = [
  'default', 'pulse', 'hw:1,0', 'plughw:1', 'plughw:CARD=Device,DEV=0', 'sysdefault:CARD=U0x46d0x825', 'dsnoop:CARD=Mic_1,DEV=0',
  'front:CARD=vc4-hdmi,DEV=0', 'plug:default', 'my.mic-2', 'bluealsa:DEV=00:11:22:33:44:55,PROFILE=sco', 'surround51:CARD=A,DEV=0',
  'MacBook Pro Microphone', 'Jane’s AirPods', '마이크 (USB Audio)',
];

describe('Device names from a flow', function () {
  this.timeout(20_000);
  let microphone: FakeMicrophone;
  let file = '';

  before(function () {
    needsProgram(this, 'arecord', 'aplay');
    microphone = microphoneThatHears(new Int16Array(8000));
    file = join(microphone.folder, 'made');
  });
  after(() => microphone.remove());

  const attacks = (): string[] => ATTACKS.map(([name]) => name.replaceAll('FILE', file));

  it('could start programs and write files, as arecord shows where it is given one directly', () => {
    for (const name of [`tee:fakemic,'|touch ${file}',raw`, `tee:fakemic,'${file}',raw`]) {
      spawnSync('arecord', ['-D', name, '-t', 'raw', '-f', 'S16_LE', '-r', '16000', '-c', '1', '-s', '1000'], { timeout: 5000 });
      assert.ok(existsSync(file), name);
      rmSync(file);
    }
  });

  for (const node of [MIC, PLAY]) {
    describe(`and the deployed node ${node.type}`, () => {
      let flow: RunningFlow;
      before(async () => {
        flow = await startFlow([node], attacks().map((device, i) => ({ id: `n${i}`, type: node.type, device, mode: 'fixed', seconds: 0.5 })));
      });
      after(stopFlow);

      for (const [i, [name, what]] of ATTACKS.entries()) {
        it(`refuse one that ${what}: ${JSON.stringify(name.slice(0, 60))}`, async () => {
          flow.send(`n${i}`, { payload: node === MIC ? true : Buffer.alloc(100) });
          const { error } = await flow.next(CAUGHT);
          assert.equal(error.code, 'PRON_BAD_SETTING');
          assert.equal(existsSync(file), false);
        });
      }
    });
  }

  it('are refused by the test in the dialog as well', async () => {
    await startFlow([MIC], [{ id: 'mic', type: 'pron-mic' }]);
    try {
      for (const device of attacks()) {
        const { status, body } = await helper.request().post('/pronunciation/mic-test').send({ device });
        assert.deepEqual([status, (body as { code: string }).code], [400, 'PRON_BAD_SETTING'], device);
        assert.ok(JSON.stringify(body).length < 2000, 'a refusal does not give back all that was sent');
      }
      assert.equal(existsSync(file), false);
    } finally {
      await stopFlow();
    }
  });

  it('are taken where they are plain', () => {
    for (const name of PLAIN) assert.match(name, PLAIN_DEVICE);
  });

  it('are judged in no time, however long they are', () => {
    const start = performance.now();
    for (const unit of ['a', 'a,', 'a=', '00:', ':', '.', '-', 'a:a,']) PLAIN_DEVICE.test(`a:${unit.repeat(200_000)}!`);
    assert.ok(performance.now() - start < 1000);
  });
});
