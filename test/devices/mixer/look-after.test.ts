import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { captureMixer, lookAfterMicrophone } from '../../../devices/mixer';
import { withEnvironment } from '../../support/fake-microphone';
import { skipFor, versionOf } from '../../support/programs';
import { startPulseAudio, whyNoPulseAudio, type PulseAudio } from '../../support/pulse-audio';

describe('Looking after the microphone in the mixer, with the real amixer', function () {
  this.timeout(20_000);
  let pulse: PulseAudio;

  before(async function () {
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
    console.log(`      ${versionOf('amixer')}, ${versionOf('pulseaudio')}`);
    pulse = await startPulseAudio();
  });
  after(() => pulse?.stop());

  /** What the mixer says of recording. */
  const capture = (): string => /Capture (\d+ \[.*)$/m.exec(pulse.amixer('sget', 'Capture'))?.[1] ?? '';

  it('switches a muted microphone on, and leaves its level', async () => {
    pulse.amixer('sset', 'Capture', '40%', 'nocap');
    assert.match(capture(), /\[40%\] \[off\]/);
    assert.deepEqual(await lookAfterMicrophone('pulse'), [{ kind: 'switched-on', mixer: 'pulse', control: 'Capture' }]);
    assert.match(capture(), /\[40%\] \[on\]/);
  });

  it('raises a level of zero, and then has nothing more to do', async () => {
    pulse.amixer('sset', 'Capture', '0%', 'nocap');
    const changes = await lookAfterMicrophone('pulse');
    assert.deepEqual(changes.map(({ kind }) => kind), ['switched-on', 'raised']);
    assert.match(capture(), /\[75%\] \[on\]/);
    assert.deepEqual(await lookAfterMicrophone('pulse', { heardTooLittle: true }), []);
  });

  it('leaves a level alone that somebody has set, and the loudspeaker in any case', async () => {
    pulse.amixer('sset', 'Capture', '6%', 'cap');
    pulse.amixer('sset', 'Master', '0%', 'mute');
    assert.deepEqual(await lookAfterMicrophone('pulse', { heardTooLittle: true }), []);
    assert.match(capture(), /\[6%\] \[on\]/);
    assert.match(pulse.amixer('sget', 'Master'), /\[0%\] \[off\]/);
  });

  it('finds the sound server that is behind the default', async () => {
    const found = await captureMixer('default');
    assert.deepEqual([found?.mixer, found?.controls.map(({ name }) => name)], ['default', ['Capture']]);
  });

  it('does nothing, without an error, where there is no such mixer, no amixer, or it is called off', async () => {
    assert.deepEqual(await lookAfterMicrophone('plughw:CARD=None,DEV=0'), []);
    pulse.amixer('sset', 'Capture', 'nocap');
    assert.deepEqual(await lookAfterMicrophone('pulse', { signal: AbortSignal.abort() }), []);
    const restore = withEnvironment('PATH', '/nowhere');
    try {
      assert.deepEqual(await lookAfterMicrophone('pulse'), []);
      assert.deepEqual(await lookAfterMicrophone('default'), []);
    } finally {
      restore();
    }
    assert.match(capture(), /\[off\]/);
  });
});
