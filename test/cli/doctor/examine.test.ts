import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Check } from '../../../cli/doctor/check';
import { examine, examineInTurn } from '../../../cli/doctor/examine';
import { ok } from '../../../cli/doctor/finding';
import { createSupervisor } from '../../../engine/supervisor';
import { PronError } from '../../../base/errors';
import { checkSentences, NO_USER_DIR } from './examined';

const MACHINE = { userDir: NO_USER_DIR, engine: createSupervisor() };
const timeLimit = (ms = 5000) => ({ end: performance.now() + ms, times: 1 });
const check = (run: Check['run'], limitMs = 1000): Check => ({ name: 'a', title: 'A', limitMs, run });

describe('A check of the doctor', () => {
  it('that throws, rejects, or fails with an error of ours is a problem with a fix', async () => {
    const failures: [Check['run'], RegExp][] = [
      [() => { throw new TypeError('no such thing'); }, /^This could not be checked: no such thing\.$/],
      [() => Promise.reject(new Error('two\nlines')), /^This could not be checked: two\.$/],
      [() => Promise.reject(new PronError('PRON_MIC_BUSY', { device: 'default' })), /^The microphone default is in use by another program\.$/],
    ];
    for (const [run, says] of failures) {
      const { findings } = await examine(check(run), MACHINE, timeLimit());
      assert.equal(findings[0]?.condition, 'problem');
      assert.match(findings[0]?.says ?? '', says);
      checkSentences(findings);
    }
  });

  it('that never ends is stopped after its limit, which is a finding', async () => {
    let told: AbortSignal | undefined;
    const endless = check((_machine, signal) => {
      told = signal;
      return new Promise(() => undefined);
    }, 50);
    const { findings, ms } = await examine(endless, MACHINE, timeLimit());
    assert.ok(ms >= 45 && told?.aborted === true);
    assert.deepEqual([findings[0]?.condition, findings[0]?.says], ['problem', 'This check was stopped after 0.1 s.']);
    checkSentences(findings);
  });

  it('for which others have left no time is a warning, and they end in time', async () => {
    const endless = check(() => new Promise(() => undefined), 60_000);
    const began = Date.now();
    const examined = await examineInTurn([endless, endless, check(() => Promise.resolve([ok('b', 'Fine.')]))], MACHINE, timeLimit(100));
    assert.ok(Date.now() - began < 1000);
    assert.deepEqual(examined.map(({ findings }) => findings[0]?.condition).slice(0, 2), ['warning', 'warning']);
    checkSentences(examined.flatMap(({ findings }) => findings));
  });
});
