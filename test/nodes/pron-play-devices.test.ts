import assert from 'node:assert/strict';
import type { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { withEnvironment } from '../support/fake-microphone';
import { nodeOf, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { sleep } from '../engine/waiting';
import { PLAY } from './all-nodes';

describe('A play node whose device is a card number', function () {
  this.timeout(20_000);
  let bin = '';
  let restore: () => void = () => undefined;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    restore = withEnvironment('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
  });

  afterEach(async () => {
    await stopFlow();
    restore();
    rmSync(bin, { recursive: true });
  });

  /** @param list what it does where it is asked for its cards */
  function aplayIs(list: string): void {
    const plays = `echo "$2" > ${join(bin, 'opened')}; exec cat > /dev/null`;
    writeFileSync(join(bin, 'aplay'), `#!/bin/sh\nif [ "$1" = -l ]; then ${list}; exit; fi\n${plays}\n`, { mode: 0o755 });
  }

  const start = (device: string): Promise<RunningFlow> =>
    startFlow([PLAY], [{ id: 'play', type: 'pron-play', device, wires: [['out']] }, { id: 'out', type: 'helper' }]);

  /** What the node warns of, and the device that it then plays on. */
  async function warnedAndOpened(device: string): Promise<readonly [string, string]> {
    const flow = await start(device);
    const emitter: EventEmitter = nodeOf('play');
    const warning = new Promise<string>((resolve) => {
      emitter.once('call:warn', (call: { readonly args: readonly [string] }) => resolve(call.args[0]));
    });
    flow.send('play', { payload: syntheticWav({ seconds: 0.2 }) });
    await flow.next('out');
    return [await warning, readFileSync(join(bin, 'opened'), 'utf8').trim()];
  }

  it('warns once with the name of the card, and plays on it by that name', async () => {
    aplayIs('echo "card 2: Speaker [A speaker], device 0: USB Audio [USB Audio]"');
    const [warning, opened] = await warnedAndOpened('plughw:2,0');
    assert.match(warning, /^The device plughw:2,0 names its sound card by a number.* Now that card is plughw:CARD=Speaker,DEV=0/);
    assert.equal(opened, 'plughw:CARD=Speaker,DEV=0');
  });

  it('warns where no card has that number, and tries it as it is', async () => {
    aplayIs('true');
    const [warning, opened] = await warnedAndOpened('plughw:7,0');
    assert.match(warning, /^The device plughw:7,0 .* No card has that number now/);
    assert.equal(opened, 'plughw:7,0');
  });

  it('is closed without delay while aplay hangs instead of listing its cards, and leaves no aplay', async () => {
    const file = join(bin, 'pid');
    aplayIs(`echo $$ > ${file}.new; mv ${file}.new ${file}; trap "" TERM; while :; do sleep 0.05; done`);
    await start('plughw:2,0');
    while (!existsSync(file)) await sleep(10);
    const began = Date.now();
    await stopFlow();
    assert.ok(Date.now() - began < 2000, `${Date.now() - began} ms`);
    assert.throws(() => process.kill(Number(readFileSync(file, 'utf8')), 0), { code: 'ESRCH' });
  });
});
