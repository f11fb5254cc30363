import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { PROGRAM_NAMES, startBusyNodeRed, type BusyNodeRed } from '../../trials/redeploys/busy-node-red';
import { growths } from '../../trials/redeploys/growths';
import { redeployRun } from '../../trials/redeploys/redeploy-run';
import { isRunning } from '../../trials/lib/processes';
import { needsProgram, skipFor } from '../support/programs';
import { eventually } from '../system/support/node-red';

const LIMIT_MS = 2000;

function needsLinuxSound(test: Mocha.Context): void {
  if (process.platform !== 'linux') skipFor(test, 'needs Linux');
  needsProgram(test, 'arecord', 'aplay', 'espeak-ng', 'mkfifo');
}

describe('A Node-RED in the middle of work', function () {
  this.timeout(180_000);
  let red: BusyNodeRed | undefined;
  afterEach(async () => {
    await red?.stop();
    red = undefined;
  });

  it('holds no child, timer, listener, port or file more after 20 deploys of all kinds', async function () {
    needsLinuxSound(this);
    const { foundAtWork, left } = await redeployRun(20);
    assert.deepEqual(left, []);
    assert.deepEqual(Object.keys(foundAtWork).sort(), [...PROGRAM_NAMES].sort(), 'the deploys came while each of them worked');
  });

  it('is gone within 2 s of SIGTERM, and so is all that it has started', async function () {
    needsLinuxSound(this);
    const busy = (red = await startBusyNodeRed());
    await busy.press('go');
    await eventually('all programs to be at work', () => Promise.resolve(busy.atWork().length === PROGRAM_NAMES.length || undefined));
    const children = busy.processes();
    const ended = new Promise((resolve) => busy.process.once('exit', (code, signal) => resolve(code ?? signal)));
    const started = performance.now();
    busy.process.kill('SIGTERM');
    const end = await Promise.race([ended, pause(15_000, 'nothing')]);
    const tookMs = performance.now() - started;
    assert.equal(end, 0, 'exit code');
    assert.ok(tookMs <= LIMIT_MS, `${tookMs.toFixed(0)} ms`);
    console.log(`      gone after ${tookMs.toFixed(0)} ms with ${children.length} children`);
    assert.deepEqual(children.filter(({ pid }) => isRunning(pid)), []);
    assert.deepEqual(busy.temporaryFiles(), []);
  });

  it('would show what is left over', () => {
    const before = { files: { pipe: 2 }, processes: ['S sleep'], gone: 3 };
    const after = { files: { pipe: 3, socket: 1 }, processes: ['S sleep', 'Z '], gone: 1 };
    assert.deepEqual(growths(before, before), []);
    assert.deepEqual(growths(before, after), ['files.pipe: 2 before, 3 after', 'files.socket: 0 before, 1 after', 'processes: 1 before, 2 after (S sleep, Z )']);
  });
});
