import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { watchMicrophone } from '../../../devices/recorder';
import { microphoneThatHears, withEnvironment, type FakeMicrophone } from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';

/** What a watch tells of a device until `stop`. */
function watchFor(device: string): { readonly told: string[]; readonly watch: ReturnType<typeof watchMicrophone> } {
  const told: string[] = [];
  const watch = watchMicrophone({
    device,
    onGone: () => told.push('gone'),
    onBack: () => told.push('back'),
    goneMs: 20,
    thereMs: 50,
  });
  return { told, watch };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(10);
}

describe('The watch over a microphone', function () {
  this.timeout(10_000);
  let microphone: FakeMicrophone | undefined;
  let bin: string | undefined;
  let restore: () => void = () => undefined;
  let watch: ReturnType<typeof watchMicrophone> | undefined;

  afterEach(async () => {
    await watch?.close();
    microphone?.remove();
    restore();
    if (bin !== undefined) rmSync(bin, { recursive: true });
    [microphone, bin, restore, watch] = [undefined, undefined, () => undefined, undefined];
  });

  it('tells once that a device is gone and once that it is back, by the list of the real arecord', async function () {
    needsProgram(this, 'arecord');
    microphone = microphoneThatHears(new Int16Array(10));
    const { told, ...rest } = watchFor('fakemic');
    watch = rest.watch;
    await wait(200);
    assert.deepEqual([told, watch.isGone], [[], false]);
    microphone.unplug();
    await until(() => told.length === 1);
    await wait(200);
    assert.deepEqual([told, watch.isGone], [['gone'], true]);
    microphone.plugIn();
    await until(() => told.length === 2);
    await wait(200);
    assert.deepEqual([told, watch.isGone], [['gone', 'back'], false]);
  });

  it('never opens the device: all that arecord is asked for is a list', async () => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    const asked = join(bin, 'asked');
    const list = join(bin, 'list');
    writeFileSync(join(bin, 'arecord'), `#!/bin/sh\necho "$@" >> ${asked}\ncat ${list}\n`, { mode: 0o755 });
    writeFileSync(list, 'card 1: Headset [A headset], device 0: USB Audio [USB Audio]\n');
    restore = withEnvironment('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
    const { told, ...rest } = watchFor('plughw:CARD=Headset,DEV=0');
    watch = rest.watch;
    await wait(200);
    assert.deepEqual(told, []);
    writeFileSync(list, 'card 1: Other [Another card], device 0: USB Audio [USB Audio]\n');
    await until(() => told.length === 1);
    writeFileSync(list, 'card 4: Headset [A headset], device 0: USB Audio [USB Audio]\n');
    await until(() => told.length === 2);
    await watch.close();
    assert.deepEqual([...new Set(readFileSync(asked, 'utf8').trim().split('\n'))], ['-l']);
    assert.deepEqual(told, ['gone', 'back']);
  });

  it('tells nothing of a device that no list can tell of, nor where arecord is missing', async () => {
    restore = withEnvironment('PATH', '/nowhere');
    for (const device of ['default', 'plug:something', 'plughw:CARD=Headset,DEV=0']) {
      const { told, watch: own } = watchFor(device);
      await wait(100);
      await own.close();
      assert.deepEqual(told, [], device);
    }
  });

  it('leaves neither a timer nor a program when it is closed in the middle of a look', async () => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    writeFileSync(join(bin, 'arecord'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    restore = withEnvironment('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
    const { told, watch: own } = watchFor('plughw:CARD=Headset,DEV=0');
    await wait(50);
    const began = Date.now();
    await own.close();
    assert.ok(Date.now() - began < 1000);
    assert.deepEqual(told, []);
  });
});
