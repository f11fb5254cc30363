import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import helper from 'node-red-node-test-helper';
import tts from '../../nodes/tts/pron-tts';
import { speak } from '../../voices';
import { needsEar } from '../support/ear';
import { startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { wavOfSamples } from '../support/synthetic-speech';
import { HEAR } from './all-nodes';

const TTS = { type: 'pron-tts', register: tts };
const TEXT = 'Where is the nearest station';

describe('A reference that the tts node has sent', function () {
  this.timeout(60_000);
  let flow: RunningFlow;
  let folder: string;
  let warnings: string[];

  /** The voice is a program that prints a file, whatever the text. */
  async function startVoice(wav: Buffer, language = 'en-US'): Promise<void> {
    const file = join(folder, 'voice.wav');
    writeFileSync(file, wav);
    const node = { id: 'tts', type: 'pron-tts', engine: 'command', command: `cat ${file}`, language: 'en', wires: [['hear']] };
    const hear = { id: 'hear', type: 'pron-hear', wires: [['out'], []] };
    flow = await startFlow([TTS, HEAR], [node, hear, { id: 'out', type: 'helper' }], { language });
    warnings = [];
    const emitter = helper.getNode('tts') as unknown as EventEmitter;
    emitter.on('call:warn', (call: { readonly args: readonly [string] }) => warnings.push(call.args[0]));
  }
  const sent = async (payload = TEXT): Promise<void> => {
    flow.send('tts', { payload });
    await flow.next('out');
  };
  const status = (): string | undefined => flow.statuses('tts').at(-1)?.text;
  async function untilWarned(): Promise<void> {
    while (warnings.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  beforeEach(function () {
    needsEar(this);
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-'));
  });
  afterEach(async () => {
    await stopFlow();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is listened to afterwards: another text is a warning, once, and a status each time', async () => {
    const { wav } = await speak({ engine: 'built-in', text: 'Thank you very much for your help', language: 'en' });
    await startVoice(wav);
    await sent();
    assert.match(status() ?? '', /s spoken/);
    await untilWarned();
    assert.match(warnings[0] ?? '', /does not say the text "Where is the nearest station"/);
    assert.equal(status(), 'not the text');
    await sent();
    assert.equal(status(), 'not the text');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.equal(warnings.length, 1);
  });

  it('that is silent is named in Korean, too', async () => {
    await startVoice(Buffer.from(wavOfSamples(new Float32Array(22050), 22050)), 'ko');
    await sent();
    await untilWarned();
    assert.match(warnings[0] ?? '', /"Where is the nearest station".*들리는 말이 없습니다/);
    assert.equal(status(), '텍스트와 다름');
  });

  it('that says its text is no warning', async () => {
    await startVoice((await speak({ engine: 'built-in', text: TEXT, language: 'en' })).wav);
    await sent();
    await sent('Good morning, how are you');
    // They are listened to in their order.
    await untilWarned();
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /Good morning/);
    await sent();
    assert.match(status() ?? '', /s spoken/);
  });

  it('is left alone where the flow stops before', async () => {
    await startVoice(Buffer.from(wavOfSamples(new Float32Array(22050), 22050)));
    await sent();
    await stopFlow();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.deepEqual(warnings, []);
  });
});
