import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { wavOfPcm16 } from '../../pipeline/pcm16';
import { isBuiltInInstalled } from '../../voices';
import tts from '../../nodes/tts/pron-tts';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { withEnvironment } from '../support/fake-microphone';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { needsProgram } from '../support/programs';

const TTS = { type: 'pron-tts', register: tts };

describe('pron-tts', function () {
  this.timeout(30_000);
  let flow: RunningFlow;

  async function start(settings: object = {}, language = 'en-US'): Promise<void> {
    const node = { id: 'tts', type: 'pron-tts', engine: 'espeak-ng', wires: [['out']], ...settings };
    flow = await startFlow([TTS], [node, { id: 'out', type: 'helper' }], { language });
  }

  const texts = (): (string | undefined)[] => flow.statuses('tts').map((status) => (status as { text?: string }).text);

  afterEach(stopFlow);

  it('speaks with the built-in voice, with nothing installed but the package', async function () {
    if (!isBuiltInInstalled()) this.skip();
    await start({ engine: 'built-in' });
    flow.send('tts', { payload: '안녕하세요', topic: 'hello' });
    const out = await flow.next('out');
    assert.ok(decodeWav(out.payload as Buffer).samples.length > 10_000);
    assert.deepEqual(out.pronunciation.words?.map(({ text }) => text), ['안녕하세요']);
    assert.equal((await flow.next(COMPLETED)).topic, 'hello');
  });

  describe('with espeak-ng', () => {
    before(function () {
      needsProgram(this, 'espeak-ng');
    });

    it('makes a reference of the text, in the message that brought it', async () => {
      await start();
      const msg: object = { payload: '안녕하세요 만나서 반갑습니다', topic: 't', pronunciation: { session: 'Mina' } };
      flow.send('tts', msg);
      const out = await flow.next('out');
      assert.equal(out, msg);
      const { samples, sampleRate } = decodeWav(out.payload as Buffer);
      const facts = out.pronunciation;
      assert.equal(sampleRate, 22050);
      assert.deepEqual(
        { role: facts.role, session: facts.session, text: facts.text, language: facts.language, rate: facts.sampleRate },
        { role: 'reference', session: 'Mina', text: '안녕하세요 만나서 반갑습니다', language: 'ko', rate: 22050 },
      );
      assert.ok(Math.abs((facts.durationMs ?? 0) - samples.length / 22.05) < 1);
      assert.ok(facts.level !== undefined && facts.level.peakDb > -20 && facts.level.clippedShare < 0.01);
      if (isBuiltInInstalled()) assert.equal(facts.words?.length, 3);
      assert.equal((out.payload as Buffer).buffer.byteLength, (out.payload as Buffer).length);
      assert.deepEqual(texts(), ['speaking', '2.5 s spoken']);
    });

    it('takes the language from the message before that of the dialog', async () => {
      await start({ language: 'ko' });
      const spoken = async (msg: object): Promise<[unknown, Buffer]> => {
        flow.send('tts', msg);
        const out = await flow.next('out');
        return [out.pronunciation.language, out.payload as Buffer];
      };
      const [dialog, korean] = await spoken({ payload: 'test' });
      const [message, english] = await spoken({ payload: 'test', language: 'en' });
      const [facts, british] = await spoken({ payload: 'test', language: 'en', pronunciation: { language: 'en-GB' } });
      assert.deepEqual([dialog, message, facts], ['ko', 'en', 'en-GB']);
      assert.notDeepEqual(korean, english);
      assert.notDeepEqual(english, british);
    });

    it('takes the text from the dialog, or from where the dialog says', async () => {
      await start({ textType: 'str', text: 'hello there', language: 'en' });
      flow.send('tts', { payload: 123 });
      assert.equal((await flow.next('out')).pronunciation.text, 'hello there');
      await stopFlow();
      await start({ textType: 'msg', text: 'sentence.korean' });
      flow.send('tts', { payload: 'x', sentence: { korean: '네' } });
      assert.equal((await flow.next('out')).pronunciation.text, '네');
    });

    it('sends what it has spoken before at once, the same bytes in a Buffer of its own', async () => {
      await start();
      flow.send('tts', { payload: '안녕하세요' });
      const { payload, pronunciation } = await flow.next('out');
      const first = payload as Buffer;
      const [expected, facts] = [Buffer.from(first), structuredClone(pronunciation)];
      first.fill(0);
      for (const fact of [pronunciation.level, pronunciation.noise, pronunciation.words?.[0]]) {
        if (fact !== undefined) for (const name of Object.keys(fact)) (fact as unknown as Record<string, unknown>)[name] = 'spoilt';
      }
      const asked = performance.now();
      flow.send('tts', { payload: '안녕하세요' });
      const second = await flow.next('out');
      const ms = performance.now() - asked;
      assert.deepEqual(second.payload, expected);
      assert.deepEqual(second.pronunciation, facts);
      assert.ok(ms < 100, `${ms.toFixed(0)} ms`);
    });

    it('sends references in the order of their texts, though one is spoken already', async () => {
      await start({ language: 'en' });
      flow.send('tts', { payload: 'short' });
      await flow.next('out');
      flow.send('tts', { payload: 'a text that has to be spoken first, which takes longer' });
      flow.send('tts', { payload: 'short' });
      assert.match((await flow.next('out')).pronunciation.text ?? '', /^a text/);
      assert.equal((await flow.next('out')).pronunciation.text, 'short');
    });

    it('gives one clear error for each bad text, and speaks the next good one', async () => {
      await start({ language: 'en' });
      const bad = [
        ['', 'PRON_TTS_TEXT'],
        [undefined, 'PRON_TTS_TEXT'],
        ['x'.repeat(10_000), 'PRON_TTS_LONG'],
        ['😀🎉', 'PRON_TTS_UNSPEAKABLE'],
        ['안녕하세요', 'PRON_TTS_LANGUAGE'],
        [{ text: 'hello' }, 'PRON_TTS_TEXT_TYPE'],
        [Buffer.from('hello'), 'PRON_TTS_TEXT_TYPE'],
      ] as const;
      for (const [payload, code] of bad) {
        flow.send('tts', { payload });
        assert.equal((await flow.next(CAUGHT)).error.code, code);
      }
      flow.send('tts', { payload: 'hello', language: 'xx' });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_TTS_VOICE');
      flow.send('tts', { payload: 'hello' });
      assert.ok(((await flow.next('out')).payload as Buffer).length > 44);
      assert.deepEqual([flow.waiting(CAUGHT), flow.waiting('out')], [[], []]);
    });

    it('speaks shell and quote characters and leaves emoji out, and runs nothing of it', async () => {
      await start({ language: 'en' });
      const folder = mkdtempSync(join(tmpdir(), 'pronunciation-'));
      const file = join(folder, 'made');
      for (const payload of [`"; touch ${file}; "`, `\`touch ${file}\``, `$(touch ${file})`, `' | touch ${file} #`, '-f /etc/passwd']) {
        flow.send('tts', { payload });
        assert.ok(((await flow.next('out')).payload as Buffer).length > 10_000, payload);
        assert.equal(existsSync(file), false, payload);
      }
      flow.send('tts', { payload: 'hello' });
      const plain = await flow.next('out');
      flow.send('tts', { payload: '😀 hello 🎉' });
      assert.deepEqual((await flow.next('out')).payload, plain.payload);
      rmSync(folder, { recursive: true });
    });
  });

  it('tells how to install a program that is missing, in the language of the runtime', async () => {
    const restore = withEnvironment('PATH', '/nowhere');
    await start({}, 'ko');
    flow.send('tts', { payload: '안녕' });
    const { error } = await flow.next(CAUGHT);
    restore();
    assert.equal(error.code, 'PRON_TTS_ENGINE');
    assert.match(error.message, /apt install espeak-ng/);
    assert.equal(texts().at(-1), '엔진 없음');
  });

  describe("with the teacher's recording", () => {
    let folder = '';

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'pronunciation-'));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    function record(name: string, amplitude: number): string {
      const samples = Float32Array.from({ length: 8000 }, (_, i) => amplitude * Math.sin(i / 4));
      writeFileSync(join(folder, name), encodeWav({ samples, sampleRate: 8000 }).wav);
      return join(folder, name);
    }

    it('sends it as a reference, with the text that was said', async () => {
      await start({ engine: 'recording', file: record('a.wav', 0.5), textType: 'str', text: '안녕하세요' });
      flow.send('tts', { payload: {} });
      const { pronunciation, payload } = await flow.next('out');
      assert.equal(decodeWav(payload as Buffer).sampleRate, 8000);
      assert.equal(pronunciation.role, 'reference');
      assert.equal(pronunciation.text, '안녕하세요');
      assert.equal(pronunciation.durationMs, 1000);
    });

    it('finds its file in the folder by the message, needs no text, and notices a new take', async () => {
      await start({ engine: 'recording', file: folder });
      const peak = async (): Promise<number> => {
        flow.send('tts', { payload: { any: 'thing' }, filename: join(folder, 'b.wav') });
        const { pronunciation } = await flow.next('out');
        assert.equal(pronunciation.text, undefined);
        return Math.round(pronunciation.level?.peakDb ?? 0);
      };
      record('b.wav', 0.5);
      assert.equal(await peak(), -6);
      await new Promise((resolve) => setTimeout(resolve, 20));
      record('b.wav', 0.25);
      assert.equal(await peak(), -12);
    });

    it('says what is wrong with it', async () => {
      await start({ engine: 'recording', file: join(folder, 'c.wav') });
      flow.send('tts', { payload: '' });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_TTS_FILE');
      writeFileSync(join(folder, 'c.wav'), wavOfPcm16(Buffer.alloc(0), 8000));
      flow.send('tts', { payload: '' });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_BAD_WAV');
    });
  });

  it('ends its voice when the flow is stopped', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    const script = 'case "$1" in --voices*) echo h; echo " 5 ko --/M Korean ko"; exit 0;; esac; echo $$ > "$0.pid"; exec sleep 60';
    writeFileSync(join(bin, 'espeak-ng'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const restore = withEnvironment('PATH', `${bin}:/usr/bin:/bin`);
    await start();
    flow.send('tts', { payload: '안녕' });
    const file = join(bin, 'espeak-ng.pid');
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await new Promise((resolve) => setTimeout(resolve, 10));
    const pid = Number(readFileSync(file, 'utf8'));
    await stopFlow();
    assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    restore();
    rmSync(bin, { recursive: true });
  });
});
