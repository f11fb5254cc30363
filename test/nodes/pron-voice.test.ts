import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeWav } from '../../pipeline/wav';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import { isBuiltInInstalled } from '../../voices';
import { CAUGHT, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { TTS, VOICE } from './all-nodes';

const PIN = '246810';
const TEXT = '기차도 전기도 없었다';
const WORDS = [{ text: '기차도', startMs: 0, endMs: 100 }];
const wav = (): Buffer => wavOfPcm16(Buffer.from(Array.from({ length: 32_000 }, (_, i) => (i * 7919) % 251)), 16000);
type Sent = Received & { readonly topic: string; readonly pin?: unknown };

describe('pron-voice', function () {
  this.timeout(30_000);
  let userDir: string;
  let flow: RunningFlow;
  beforeEach(() => {
    userDir = mkdtempSync(join(tmpdir(), 'pron-voice-'));
  });
  afterEach(async () => {
    await stopFlow();
    rmSync(userDir, { recursive: true, force: true });
  });

  async function start(pin: string | undefined = PIN): Promise<void> {
    const nodes = [
      { id: 'n', type: 'pron-voice', wires: [['sender'], ['all']] }, { id: 'sender', type: 'helper' }, { id: 'all', type: 'helper' },
      { id: 'tts', type: 'pron-tts', engine: 'recordings', wires: [['spoken']] }, { id: 'spoken', type: 'helper' },
    ];
    flow = await startFlow([VOICE, TTS], nodes, { userDir, ...(pin !== '' && { credentials: { n: { pin } } }) });
  }
  async function ask(msg: object): Promise<Sent> {
    flow.send('n', msg);
    return (await flow.next('sender', CAUGHT)) as Sent;
  }
  const take = (more: object = {}): object =>
    ({ topic: 'keep', pin: PIN, voice: 'Ms Kim', payload: wav(), pronunciation: { session: 's', text: TEXT, language: 'ko', words: WORDS }, ...more });
  const speaks = async (voice: unknown, text = TEXT): Promise<Received> => {
    flow.send('tts', { payload: text, voice, pronunciation: { language: 'ko' } });
    return flow.next('spoken', CAUGHT);
  };

  it('has the PIN of the flow where the node has none', async () => {
    process.env.PRONUNCIATION_PIN = '135791';
    try {
      await start('');
      assert.equal((await ask(take())).error.code, 'PRON_CLASS_PIN');
      assert.equal((await ask(take({ pin: '135791' }))).topic, 'kept');
    } finally {
      delete process.env.PRONUNCIATION_PIN;
    }
  });

  it('keeps a recording, tells its sender and everybody, and the tts node speaks with it after a restart', async () => {
    await start();
    const kept = await ask(take({ _client: { socketId: 'x' } }));
    assert.deepEqual([kept.topic, kept.payload, kept.pin], ['kept', `Ms Kim/${TEXT} - 1.wav`, undefined]);
    const told = (await flow.next('all')) as Sent;
    assert.deepEqual([told.topic, told.payload], ['voices', { voices: [{ name: 'Ms Kim', recordings: [{ language: 'ko', text: TEXT }] }], hasPin: true }]);
    assert.equal('_client' in told, false);
    await stopFlow();
    await start();
    const said = await speaks('Ms Kim');
    assert.deepEqual(decodeWav(said.payload as Buffer).samples, decodeWav(wav()).samples);
    const { voice, words, text, role } = said.pronunciation;
    assert.deepEqual([voice, words, text, role], ['Ms Kim', WORDS, TEXT, 'reference']);
  });

  it('lets the built-in voice say what the teacher has not recorded, and names it', async function () {
    if (!isBuiltInInstalled()) this.skip();
    await start();
    await ask(take());
    for (const [name, text] of [['Ms Kim', '물 한 잔 주세요'], ['Nobody', TEXT], ['../../voices/Ms Kim/..', TEXT]] as const) {
      const said = await speaks(name, text);
      assert.equal(said.pronunciation.voice, 'built-in', name);
    }
    assert.equal(((await speaks(undefined)) as unknown as { error: { code: string } }).error.code, 'PRON_BAD_SETTING');
  });

  it('plays a newer take, though the old one was just spoken', async () => {
    await start();
    await ask(take());
    await speaks('Ms Kim');
    const other = wavOfPcm16(Buffer.alloc(32_000, 3), 16000);
    await ask(take({ payload: other }));
    assert.deepEqual(decodeWav((await speaks('Ms Kim')).payload as Buffer).samples, decodeWav(other).samples);
  });

  const codeOf = (sent: Sent): unknown => (sent as unknown as { readonly error?: { readonly code?: string } }).error?.code;

  it('records and deletes for nobody without the PIN, but lists', async () => {
    await start();
    assert.equal(codeOf(await ask(take({ pin: undefined }))), 'PRON_CLASS_PIN');
    assert.equal(codeOf(await ask({ topic: 'delete', voice: 'Ms Kim', pin: '1' })), 'PRON_CLASS_PIN');
    assert.deepEqual((await ask({ topic: 'voices' })).payload, { voices: [], hasPin: true });
  });

  it('records for nobody where no PIN is set', async () => {
    await start('');
    assert.equal(codeOf(await ask(take({ pin: '' }))), 'PRON_CLASS_NO_PIN');
    assert.deepEqual((await ask({ topic: 'voices' })).payload, { voices: [], hasPin: false });
  });

  it('deletes a voice', async () => {
    await start();
    await ask(take());
    const { topic, payload } = await ask({ topic: 'delete', voice: 'Ms Kim', pin: PIN });
    assert.deepEqual([topic, payload], ['deleted', { left: 0 }]);
    assert.deepEqual(readdirSync(join(userDir, 'pronunciation', 'voices')), []);
  });

  it('refuses what is no recording of a text by somebody', async () => {
    await start();
    const facts = { session: 's', text: TEXT, language: 'ko' };
    for (const [more, code] of [
      [{ voice: undefined }, 'PRON_BAD_SETTING'], [{ voice: '..' }, 'PRON_BAD_SETTING'], [{ voice: 'x'.repeat(41) }, 'PRON_BAD_SETTING'],
      [{ payload: 'hello' }, 'PRON_NOT_AUDIO'], [{ payload: Buffer.from('RIFFxxxxWAVE') }, 'PRON_BAD_WAV'],
      [{ pronunciation: { ...facts, text: '' } }, 'PRON_BAD_SETTING'], [{ pronunciation: { ...facts, text: 'x'.repeat(2001) } }, 'PRON_TTS_LONG'],
      [{ pronunciation: { ...facts, language: undefined } }, 'PRON_BAD_SETTING'], [{ topic: 'sing' }, 'PRON_VOICE_TOPIC'],
    ] as const) assert.equal(codeOf(await ask(take(more))), code, JSON.stringify(more).slice(0, 80));
    assert.deepEqual((await ask({ topic: 'voices' })).payload, { voices: [], hasPin: true });
  });
});
