import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  failOpening,
  failReading,
  microphoneOnFifo,
  microphoneThatHears,
  whyNoFailingDevice,
  withEnvironment,
  type FakeMicrophone,
} from '../support/fake-microphone';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { hasProgram, needsProgram, skipFor, versionOf } from '../support/programs';
import { MIC } from './all-nodes';

const SOUND = new Int16Array(16000).fill(1000);
const version = hasProgram('arecord') ? versionOf('arecord') : 'arecord';

/** What breaks it until the returned function is called, its error, what the sentence says, its status, its device. */
interface Failure {
  readonly break: (microphone: FakeMicrophone) => () => void;
  readonly code: string;
  readonly sentence: RegExp;
  readonly status: string;
  readonly device?: string;
  readonly needs?: string;
}

const opening = (errno: Parameters<typeof failOpening>[1]) => ({ folder }: FakeMicrophone) => failOpening(folder, errno);
const reading = (errno: Parameters<typeof failReading>[1]) => ({ folder }: FakeMicrophone) => failReading(folder, errno, 1600);

const FAILURES: Readonly<Record<string, Failure>> = {
  'is not known to ALSA': {
    break: (microphone) => {
      microphone.unplug();
      return () => microphone.plugIn();
    },
    code: 'PRON_MIC_MISSING',
    sentence: /no microphone fakemic\. Plug it in, or choose/,
    status: 'no microphone',
  },
  'is in use by another program': {
    break: opening('EBUSY'),
    code: 'PRON_MIC_BUSY',
    sentence: /fakemic is in use by another program\. End that program/,
    status: 'microphone busy',
  },
  'may not be used': {
    break: opening('EACCES'),
    code: 'PRON_MIC_FORBIDDEN',
    sentence: /group audio/,
    status: 'not allowed',
  },
  'is unplugged before the recording': {
    break: opening('ENODEV'),
    code: 'PRON_MIC_UNPLUGGED',
    sentence: /sound card of the microphone fakemic is not there\. Plug it in/,
    status: 'card not there',
  },
  'fails while it is read': {
    break: reading('EIO'),
    code: 'PRON_MIC_LOST',
    sentence: /lost after 0\.1 s \(read error: Input\/output error\).*Check its connection/,
    status: 'microphone lost',
  },
  'is unplugged while it records': {
    break: reading('ENODEV'),
    code: 'PRON_MIC_LOST',
    sentence: /lost after 0\.1 s \(read error: No such device\)/,
    status: 'microphone lost',
  },
  'is behind PipeWire, which is down': {
    break: opening('EHOSTDOWN'),
    code: 'PRON_MIC_NO_SERVER',
    sentence: /does not answer\. Start it/,
    status: 'no sound server',
  },
  'is behind PulseAudio, which is down': {
    break: () => withEnvironment('PULSE_SERVER', `unix:${join(tmpdir(), 'nobody')}`),
    device: 'pulse',
    needs: 'pulseaudio',
    code: 'PRON_MIC_NO_SERVER',
    sentence: /sound server behind pulse does not answer\. Start it/,
    status: 'no sound server',
  },
  'has no recorder, because arecord is not installed': {
    break: () => withEnvironment('PATH', '/nowhere'),
    code: 'PRON_MIC_PROGRAM',
    sentence: /apt install alsa-utils/,
    status: 'no recorder',
  },
  'delivers nothing at all': {
    break: () => {
      const silent = microphoneOnFifo();
      return () => silent.remove();
    },
    code: 'PRON_MIC_NO_DATA',
    sentence: /delivered nothing, not even silence, for 5 s and was given up\. Check its connection/,
    status: 'no signal',
  },
};

describe(`A mic node whose microphone (${version})`, function () {
  this.timeout(20_000);
  let microphone: FakeMicrophone;
  let flow: RunningFlow;

  before(function () {
    needsProgram(this, 'arecord');
    const reason = whyNoFailingDevice();
    if (reason !== undefined) skipFor(this, reason);
  });

  beforeEach(() => {
    microphone = microphoneThatHears(SOUND);
  });

  afterEach(async () => {
    await stopFlow();
    microphone.remove();
  });

  const texts = (id: string): (string | undefined)[] => flow.statuses(id).map((status) => (status as { text?: string }).text);

  for (const [name, { break: breakIt, code, sentence, status, device = 'fakemic', needs }] of Object.entries(FAILURES)) {
    it(`${name} gives one clear error and a status, and records the next time`, async function () {
      if (needs !== undefined) needsProgram(this, needs);
      const settings = { type: 'pron-mic', mode: 'fixed', seconds: 0.5, wires: [['out']] };
      flow = await startFlow([MIC], [
        { ...settings, id: 'mic', device },
        { ...settings, id: 'good', device: 'fakemic' },
        { id: 'out', type: 'helper' },
      ]);
      const repair = breakIt(microphone);
      try {
        flow.send('mic', { payload: true });
        const { error } = await flow.next(CAUGHT);
        assert.equal(error.code, code);
        assert.match(error.message, sentence);
        assert.ok(texts('mic').includes(status), texts('mic').join(', '));
        assert.deepEqual([flow.waiting(CAUGHT), flow.waiting('out')], [[], []]);
      } finally {
        repair();
      }
      // A sound server that is started again is another test's.
      flow.send(device === 'fakemic' ? 'mic' : 'good', { payload: true });
      assert.equal((await flow.next('out')).pronunciation.durationMs, 500);
      assert.deepEqual([flow.waiting(CAUGHT), flow.waiting('out')], [[], []]);
    });
  }
});
