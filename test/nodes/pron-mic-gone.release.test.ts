import assert from 'node:assert/strict';
import type { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { failReading, microphoneThatHears, whyNoFailingDevice, withEnvironment, type FakeMicrophone } from '../support/fake-microphone';
import { CAUGHT, nodeOf, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { needsProgram, skipFor } from '../support/programs';
import { MIC } from './all-nodes';

const SOUND = Int16Array.from({ length: 16000 }, (_, i) => 8000 * Math.sin(i / 5));

describe('A mic node whose device goes away', function () {
  this.timeout(20_000);
  let microphone: FakeMicrophone;
  let flow: RunningFlow;
  let warnings: string[];

  async function deploy(settings: object = {}): Promise<void> {
    const node = { id: 'mic', type: 'pron-mic', device: 'fakemic', mode: 'fixed', seconds: 0.5, wires: [['out']], ...settings };
    flow = await startFlow([MIC], [node, { id: 'out', type: 'helper' }]);
    warnings = [];
    const emitter: EventEmitter = nodeOf('mic');
    emitter.on('call:warn', (call: { readonly args: readonly [string] }) => warnings.push(call.args[0]));
  }

  const texts = (): (string | undefined)[] => flow.statuses('mic').map((status) => (status as { text?: string }).text);

  async function untilStatus(text: string): Promise<void> {
    while (texts().at(-1) !== text) await wait(20);
  }

  async function records(): Promise<void> {
    flow.send('mic', { payload: true });
    assert.equal((await flow.next('out')).pronunciation.durationMs, 500);
  }

  before(function () {
    needsProgram(this, 'arecord');
  });

  beforeEach(() => {
    microphone = microphoneThatHears(SOUND);
  });

  afterEach(async () => {
    await stopFlow();
    microphone.remove();
  });

  it('names it in its status, warns once, takes it back without a deploy and records', async () => {
    await deploy();
    await records();
    microphone.unplug();
    flow.send('mic', { payload: true });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_MIC_MISSING');
    await untilStatus('no fakemic');
    flow.send('mic', { payload: true });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_MIC_MISSING');
    await untilStatus('no fakemic');
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /^The microphone fakemic is not there\. Plug it in/);
    microphone.plugIn();
    await untilStatus('back: fakemic');
    await records();
    assert.deepEqual([flow.waiting(CAUGHT), flow.waiting('out')], [[], []]);
  });

  it('says so as soon as it is deployed', async () => {
    microphone.unplug();
    await deploy();
    await untilStatus('no fakemic');
    microphone.plugIn();
    await untilStatus('back: fakemic');
  });

  it('watches a device that was pulled out while it recorded', async function () {
    const reason = whyNoFailingDevice();
    if (reason !== undefined) skipFor(this, reason);
    await deploy();
    const restore = failReading(microphone.folder, 'ENODEV', 1600);
    try {
      flow.send('mic', { payload: true });
      const { error } = await flow.next(CAUGHT);
      microphone.unplug();
      assert.equal(error.code, 'PRON_MIC_LOST');
      assert.match(error.message, /fakemic was lost after 0\.1 s \(read error: No such device\)/);
      await untilStatus('no fakemic');
    } finally {
      restore();
    }
    microphone.plugIn();
    await untilStatus('back: fakemic');
    await records();
  });

  it('with a pre-roll listens again when it is back', async () => {
    await deploy({ preRollMs: 300 });
    await untilStatus('listening');
    await stopFlow();
    microphone.unplug();
    await deploy({ preRollMs: 300 });
    await untilStatus('no fakemic');
    microphone.plugIn();
    await untilStatus('listening');
    flow.send('mic', { payload: true });
    assert.ok(((await flow.next('out')).pronunciation.durationMs ?? 0) > 500);
  });
});

describe('A mic node whose device is a card number', function () {
  this.timeout(10_000);
  let bin = '';
  let restore: () => void = () => undefined;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    const list = 'card 1: Headset [A headset], device 0: USB Audio [USB Audio]';
    const records = `echo "$2" > ${join(bin, 'opened')}; exec head -c 64000 /dev/zero`;
    writeFileSync(join(bin, 'arecord'), `#!/bin/sh\n[ "$1" = -l ] && echo "${list}" && exit\n${records}\n`, { mode: 0o755 });
    restore = withEnvironment('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
  });

  afterEach(async () => {
    await stopFlow();
    restore();
    rmSync(bin, { recursive: true });
  });

  /** What the node warns of, and the device that it then records from. */
  async function warnedAndOpened(device: string): Promise<readonly [string, string]> {
    const flow = await startFlow([MIC], [
      { id: 'mic', type: 'pron-mic', device, mode: 'fixed', seconds: 0.5, wires: [['out']] },
      { id: 'out', type: 'helper' },
    ]);
    const emitter: EventEmitter = nodeOf('mic');
    const warning = new Promise<string>((resolve) => {
      emitter.once('call:warn', (call: { readonly args: readonly [string] }) => resolve(call.args[0]));
    });
    flow.send('mic', { payload: true });
    assert.equal((await flow.next('out')).pronunciation.durationMs, 500);
    return [await warning, readFileSync(join(bin, 'opened'), 'utf8').trim()];
  }

  it('warns once with the name of the card, and records from it by that name', async () => {
    const [warning, opened] = await warnedAndOpened('plughw:1,0');
    assert.match(warning, /^The device plughw:1,0 names its sound card by a number.* Now that card is plughw:CARD=Headset,DEV=0/);
    assert.equal(opened, 'plughw:CARD=Headset,DEV=0');
  });

  it('takes the name that converts where it was told one that does not', async () => {
    const [warning, opened] = await warnedAndOpened('hw:1,0');
    assert.match(warning, /Now that card is hw:CARD=Headset,DEV=0/);
    assert.equal(opened, 'plughw:CARD=Headset,DEV=0');
  });

  it('warns where no card has that number, and tries it as it is', async () => {
    const [warning, opened] = await warnedAndOpened('plughw:7,0');
    assert.match(warning, /^The device plughw:7,0 .* No card has that number now/);
    assert.equal(opened, 'plughw:7,0');
  });
});
