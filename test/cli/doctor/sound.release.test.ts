import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, before, describe, it } from 'mocha';
import {
  failOpening, microphoneThatHears, whyNoFailingDevice, withEnvironment, type FakeMicrophone,
} from '../../support/fake-microphone';
import { needsProgram, skipFor } from '../../support/programs';
import { startPulseAudio, whyNoPulseAudio } from '../../support/pulse-audio';
import { recorderFindings } from '../../../cli/doctor/checks/microphones';
import { whyNoSox } from '../../support/sox';
import { about, findingsOf } from './examined';

describe('What the doctor finds of the sound', function () {
  this.timeout(40_000);
  const undo: (() => void)[] = [];

  before(function () {
    needsProgram(this, 'arecord', 'aplay');
  });
  afterEach(() => {
    for (const task of undo.splice(0).reverse()) task();
  });

  /** A microphone that is also the default. */
  function plugIn(): FakeMicrophone {
    const microphone = microphoneThatHears(new Int16Array(16000).fill(1000));
    appendFileSync(join(microphone.folder, 'asoundrc'), 'pcm.!default { type plug slave.pcm "fakemic" hint.description "Fake microphone" }\n');
    undo.push(() => microphone.remove());
    return microphone;
  }
  const set = (name: string, value: string): void => void undo.push(withEnvironment(name, value));

  it('is a microphone that can be recorded from', async () => {
    plugIn();
    const findings = await findingsOf('microphones');
    assert.deepEqual(findings.filter(({ condition }) => condition !== 'ok'), []);
    assert.match(about(findings, 'arecord').says, /^Version \d.* The mic node records with it, because this is Linux\.$/);
    assert.equal(about(findings, 'default').says, 'Fake microphone: it can be recorded from.');
  });

  it('is SoX where arecord is not the recorder, with the microphones that it can record from', async function () {
    const reason = whyNoSox();
    if (reason !== undefined) skipFor(this, reason);
    plugIn();
    const { signal } = new AbortController();
    const findings = await recorderFindings('sox', signal);
    assert.match(about(findings, 'SoX').says, /^Version \d.* because arecord is for Linux only\.$/);
    assert.equal(about(findings, 'default').says, 'Fake microphone: it can be recorded from.');
    set('PATH', '/nowhere');
    const missing = about(await recorderFindings('sox', signal), 'SoX');
    assert.deepEqual([missing.condition, missing.says], ['problem', 'The recorder sox is not installed.']);
    assert.match(missing.fix ?? '', /apt install sox libsox-fmt-alsa/);
    const byChoice = about(await findingsOf('microphones'), 'SoX');
    assert.deepEqual([byChoice.condition, byChoice.fix], ['not here', 'To record with it: apt install sox libsox-fmt-alsa.']);
  });

  for (const [errno, condition, says, fix] of [
    ['EACCES', 'problem', /may not use the microphone default\.$/, /sudo usermod -aG audio/],
    ['EBUSY', 'warning', /in use by another program\.$/, /^End that program/],
  ] as const) {
    it(`is a microphone that refuses with ${errno}, and how it comes to obey`, async function () {
      const reason = whyNoFailingDevice();
      if (reason !== undefined) skipFor(this, reason);
      undo.push(failOpening(plugIn().folder, errno));
      const found = about(await findingsOf('microphones'), 'default');
      assert.equal(found.condition, condition);
      assert.match(found.says, says);
      assert.match(found.fix ?? '', fix);
    });
  }

  it('is no microphone and no loudspeaker, which are warnings: recordings come along, and a browser plays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'alsa.conf'), 'pcm.null { type null }\n');
    set('ALSA_CONFIG_PATH', join(folder, 'alsa.conf'));
    for (const [check, subject] of [['microphones', 'microphone'], ['loudspeakers', 'loudspeaker']] as const) {
      const { condition, says } = about(await findingsOf(check), subject);
      assert.deepEqual([condition, says], ['warning', 'There is none.']);
    }
  });

  it('is a missing program, for microphones and loudspeakers, with the command that brings it', async () => {
    set('PATH', '/nowhere');
    for (const [check, program] of [['microphones', 'arecord'], ['loudspeakers', 'aplay']] as const) {
      const findings = await findingsOf(check);
      assert.deepEqual(findings.filter(({ condition }) => condition !== 'not here').map(({ subject, condition }) => [subject, condition]), [[program, 'problem']]);
      assert.match(about(findings, program).fix ?? '', /apt install alsa-utils/);
    }
    assert.deepEqual((await findingsOf('mixer')).map(({ condition }) => condition), ['not here']);
  });

  it('is a sound server that answers, and its muted microphone with the very command that switches it on', async function () {
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
    const pulse = await startPulseAudio();
    try {
      assert.equal(about(await findingsOf('sound-server'), 'PulseAudio').condition, 'ok');
      const mixer = async () => (await findingsOf('mixer'))[0];
      assert.equal((await mixer())?.condition, 'ok');
      pulse.amixer('sset', 'Capture', '0%', 'nocap');
      const findings = await findingsOf('mixer');
      assert.deepEqual(findings.map(({ condition }) => condition), ['warning', 'warning']);
      assert.match(findings[0]?.says ?? '', /switched off \(Capture\)/);
      for (const { fix } of findings) {
        const [, name = '', change = ''] = /sset "(.*?)" (.*?) \(/.exec(fix ?? '') ?? [];
        pulse.amixer('sset', name, ...change.split(' '));
      }
      assert.equal((await mixer())?.condition, 'ok');
    } finally {
      await pulse.stop();
    }
  });

  it('is a sound server that has gone, or that ALSA has no bridge to, and how to get either', async function () {
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
    const folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
    undo.push(() => rmSync(folder, { recursive: true }));
    set('XDG_RUNTIME_DIR', folder);
    set('PULSE_SERVER', '');
    assert.equal(about(await findingsOf('sound-server'), 'sound server').condition, 'not here');
    set('PULSE_SERVER', `unix:${join(folder, 'gone')}`);
    const gone = about(await findingsOf('sound-server'), 'PulseAudio');
    assert.deepEqual([gone.condition, gone.fix], ['problem', 'Start it again: systemctl --user restart pulseaudio.']);
    writeFileSync(join(folder, 'alsa.conf'), 'pcm.null { type null }\n');
    set('ALSA_CONFIG_PATH', join(folder, 'alsa.conf'));
    const unreached = about(await findingsOf('sound-server'), 'PulseAudio');
    assert.deepEqual([unreached.condition, unreached.fix], ['warning', 'Install its bridge: sudo apt install libasound2-plugins.']);
  });
});
