import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { phrase } from '../../../base/errors';
import { record } from '../../../devices/recorder';
import { firstChoice, rememberChoice } from '../../../devices/recorder/microphone';
import { microphoneThatHears, withEnvironment } from '../../support/fake-microphone';
import { hasProgram, needsProgram, skipFor, versionOf } from '../../support/programs';
import { startPulseAudio, whyNoPulseAudio } from '../../support/pulse-audio';
import { speakInto } from '../../support/speak-into';

const PULSE = 'pcm.pulse { type pulse hint { show on description "PulseAudio Sound Server" } }';
const BY_SERVER = 1000;
const BY_CARD = 2000;

const pulse = hasProgram('pulseaudio') ? `, with ${versionOf('pulseaudio')}` : '';

describe(`The device default is what answers${pulse}`, function () {
  this.timeout(20_000);
  const undo: (() => void)[] = [];
  let folder = '';
  let server: { readonly stop: () => Promise<void> } | undefined;

  before(function () {
    needsProgram(this, 'arecord');
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-pulse-'));
    undo.push(withEnvironment('PULSE_SERVER', `unix:${join(folder, 'nobody')}`));
    rememberChoice('default');
  });

  afterEach(async () => {
    await server?.stop();
    server = undefined;
    for (const back of undo.splice(0).reverse()) back();
    rmSync(folder, { recursive: true, force: true });
    rememberChoice('default');
  });

  /** A host whose own default is a card that is not there, and that has a plugin for PulseAudio. */
  function hostWithoutDefault(): void {
    writeFileSync(join(folder, 'alsa.conf'), `${PULSE}\npcm.default { type hw card 7 }\n`);
    undo.push(withEnvironment('ALSA_CONFIG_PATH', join(folder, 'alsa.conf')));
  }

  async function startServer(): Promise<typeof server> {
    const pulseAudio = await startPulseAudio();
    const speaker = speakInto(pulseAudio.fifo, () => BY_SERVER);
    let stopped: Promise<void> | undefined;
    return { stop: () => (stopped ??= pulseAudio.stop().then(() => speaker.stop())) };
  }

  /** A sample from the middle of half a second. */
  async function heard(device = 'default'): Promise<number> {
    const { wav } = await record({ device, sampleRate: 16000, maxMs: 500, noDataMs: 3000 }).done;
    return wav.readInt16LE(44 + 8000);
  }

  it('records through a sound server that is the system\'s default while it runs', async () => {
    server = await startServer();
    assert.deepEqual([await heard(), firstChoice('default')], [BY_SERVER, 'default']);
  });

  it('finds the sound server where the default does not answer, remembers it, and leaves it when it is down', async () => {
    server = await startServer();
    hostWithoutDefault();
    assert.deepEqual([await heard(), firstChoice('default')], [BY_SERVER, 'pulse']);
    assert.equal(await heard(), BY_SERVER);
    await server?.stop();

    const card = microphoneThatHears(new Int16Array(48000).fill(BY_CARD));
    undo.push(() => card.remove());
    const plug = 'type plug slave { pcm "fakemic_raw" format S16_LE rate 16000 channels 1 }';
    const devices = `${PULSE}\n<${join(card.folder, 'asoundrc')}>\npcm.null { type null }\npcm.default { ${plug} }\n`;
    writeFileSync(join(folder, 'alsa.conf'), devices);
    undo.push(withEnvironment('ALSA_CONFIG_PATH', join(folder, 'alsa.conf')));
    assert.deepEqual([await heard(), firstChoice('default')], [BY_CARD, 'default']);
  });

  it('takes a card where neither the default nor a sound server answers', async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const script = [
      '#!/bin/sh',
      '[ "$1" = -l ] && echo "card 1: Headset [A headset], device 0: USB Audio [USB Audio]" && exit',
      '[ "$1" = -L ] && printf "pulse\\n    PulseAudio Sound Server\\n" && exit',
      'case "$2" in',
      '  plughw:CARD=Headset,DEV=0) exec head -c 64000 /dev/zero ;;',
      '  pulse) echo "arecord: main:831: audio open error: Connection refused" >&2 ;;',
      '  *) echo "arecord: main:831: audio open error: No such file or directory" >&2 ;;',
      'esac',
      'exit 1',
    ];
    writeFileSync(join(bin, 'arecord'), `${script.join('\n')}\n`, { mode: 0o755 });
    undo.push(withEnvironment('PATH', `${bin}:${process.env['PATH'] ?? ''}`));
    assert.equal(await heard(), 0);
    assert.equal(firstChoice('default'), 'plughw:CARD=Headset,DEV=0');
  });

  it('says what is wrong with the default where nothing answers', async () => {
    hostWithoutDefault();
    await assert.rejects(heard(), { code: /PRON_MIC_(?:MISSING|UNPLUGGED)/, details: { device: 'default', choice: phrase('oneThatIsListed', { command: 'arecord -L' }) } });
  });

  it('is no way around a device that was chosen by name', async () => {
    server = await startServer();
    await assert.rejects(heard('nosuchdevice'), { code: 'PRON_MIC_MISSING' });
  });

  it('a sound server chosen by name is lost, is down, and is taken back', async () => {
    server = await startServer();
    assert.equal(await heard('pulse'), BY_SERVER);
    const recording = record({ device: 'pulse', sampleRate: 16000, maxMs: 10_000, onSecond: () => void server?.stop() });
    await assert.rejects(recording.done, { code: 'PRON_MIC_LOST' });
    await assert.rejects(heard('pulse'), { code: 'PRON_MIC_NO_SERVER' });
    server = await startServer();
    assert.equal(await heard('pulse'), BY_SERVER);
  });
});
