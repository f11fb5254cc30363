import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { isRaspberryPi } from '../../tools/hardware/machine';
import { readDocument } from './documents';

/** Without a terminal: nobody can answer. */
const script = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(packageRoot(), 'tools', 'run.mjs'), 'tools/hardware', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('The hardware script', function () {
  this.timeout(60_000);

  it('says away from a Raspberry Pi what is missing, and records nothing', function () {
    if (isRaspberryPi()) this.skip();
    const { status, stdout } = script('--only', 'sound,lights');
    assert.equal(status, 0);
    assert.match(stdout, /Nobody sits at a terminal to speak/);
    assert.match(stdout, /the LEDs need a Raspberry Pi/);
    assert.match(stdout, /Nothing is recorded/);
  });

  it('has the steps that docs/hardware.md explains', () => {
    const { status, stderr } = script('--only', 'no such step');
    assert.equal(status, 1);
    const explained = [...readDocument('docs/hardware.md').matchAll(/^\| (doctor|sound|lights|speed) \|/gm)].map(([, name = '']) => name);
    assert.ok(stderr.includes(`use ${explained.join(', ')}.`), stderr);
  });
});
