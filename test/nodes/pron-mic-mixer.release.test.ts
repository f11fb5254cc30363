import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';

import helper from 'node-red-node-test-helper';

import { decodeWav } from '../../pipeline/wav';
import { startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { skipFor } from '../support/programs';
import { startPulseAudio, whyNoPulseAudio, type PulseAudio } from '../support/pulse-audio';
import { MIC } from './all-nodes';

describe('pron-mic and the mixer', function () {
  this.timeout(20_000);
  let pulse: PulseAudio;
  let speaker: ChildProcess | undefined;

  before(async function () {
    const reason = whyNoPulseAudio();
    if (reason !== undefined) skipFor(this, reason);
    pulse = await startPulseAudio();
    speaker = spawn('dd', [`of=${pulse.fifo}`, 'bs=3200'], { stdio: ['pipe', 'ignore', 'ignore'] });
    speaker.stdin?.on('error', () => undefined);
    feed();
  });
  after(async () => {
    speaker?.kill('SIGKILL');
    await pulse?.stop();
  });
  afterEach(stopFlow);

  /** A loud tone for ever, as fast as the server takes it. */
  function feed(): void {
    const tone = Int16Array.from({ length: 1600 }, (_, i) => Math.round(16000 * Math.sin(i / 5)));
    if (speaker?.stdin?.writable !== true) return;
    if (speaker.stdin.write(Buffer.from(tone.buffer))) setImmediate(feed);
    else speaker.stdin.once('drain', feed);
  }

  const start = (settings: object = {}, language = 'en-US'): Promise<RunningFlow> =>
    startFlow([MIC], [
      { id: 'mic', type: 'pron-mic', device: 'pulse', mode: 'fixed', seconds: 0.5, wires: [['out']], ...settings },
      { id: 'out', type: 'helper' },
    ], { language });
  const isOn = (): boolean => pulse.amixer('sget', 'Capture').includes('[on]');
  const warnings = (): string[] =>
    (helper.getNode('mic') as unknown as { readonly warn: { readonly args: string[][] } }).warn.args.flat();

  async function until(condition: () => boolean): Promise<void> {
    const limit = Date.now() + 5000;
    while (!condition()) {
      assert.ok(Date.now() < limit, 'nothing happened for 5 s');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('switches a muted microphone on when the flow starts, and says so in the language of the runtime', async () => {
    pulse.amixer('sset', 'Capture', '80%', 'nocap');
    await start({}, 'ko');
    await until(() => warnings().length > 0);
    assert.deepEqual([isOn(), warnings()], [true, ['믹서 pulse에서 마이크(Capture)가 꺼져 있어 켰습니다.']]);
  });

  it('leaves the mixer alone where it is told to', async () => {
    pulse.amixer('sset', 'Capture', '80%', 'nocap');
    const flow = await start({ lookAfterMixer: false });
    flow.send('mic', { payload: true });
    const { samples } = decodeWav((await flow.next('out')).payload as Buffer);
    assert.ok(samples.every((sample) => sample === 0), 'a muted microphone hears nothing');
    assert.deepEqual([isOn(), warnings()], [false, []]);
  });

  it('switches on what is muted later, after a recording in which nothing is heard, and tells it once', async () => {
    pulse.amixer('sset', 'Capture', '80%', 'cap');
    const flow = await start();
    for (const round of [1, 2]) {
      pulse.amixer('sset', 'Capture', 'nocap');
      flow.send('mic', { payload: round });
      assert.equal((await flow.next('out')).pronunciation.level?.peakDb, -120);
      assert.equal(isOn(), true);
    }
    flow.send('mic', { payload: true });
    const { level } = (await flow.next('out')).pronunciation;
    assert.ok(level !== undefined && level.peakDb > -20, `${level?.peakDb} dBFS`);
    assert.deepEqual(warnings(), ['The microphone was switched off in the mixer pulse (Capture). It has been switched on.']);
  });
});
