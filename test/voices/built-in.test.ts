import assert from 'node:assert/strict';
import Module from 'node:module';
import type { SpeakRequest } from '../../voices';
import { isBuiltInInstalled, speak } from '../../voices';
import { needsProgram } from '../support/programs';

const KOREAN: SpeakRequest = { engine: 'built-in', text: '안녕하세요. 만나서 반갑습니다!', language: 'ko' };
const ENGLISH: SpeakRequest = { engine: 'built-in', text: 'How are you today, my dear friend?', language: 'en' };

describe('the built-in voice', function () {
  this.timeout(30_000);

  before(function () {
    if (isBuiltInInstalled()) return;
    if (this.test) this.test.title += ' (skipped: needs the optional package @echogarden/espeak-ng-emscripten)';
    this.skip();
  });

  for (const request of [KOREAN, ENGLISH]) {
    it(`speaks ${request.language} as 16-bit mono, the same each time, bit by bit`, async () => {
      const [once, again] = await Promise.all([speak(request), speak(request)]);
      assert.equal(once.sampleRate, 22050);
      assert.equal(once.wav.readUInt16LE(22), 1);
      assert.equal(once.wav.readUInt16LE(34), 16);
      assert.equal(once.wav.readUInt32LE(40), once.wav.length - 44);
      assert.ok(once.wav.length > 44 + 2 * 22050);
      assert.equal(once.wav.buffer.byteLength, once.wav.length);
      assert.deepEqual(again.wav, once.wav);
      assert.deepEqual(again.words, once.words);
    });

    it(`gives the times of all words in ${request.language}, in order and inside the audio`, async () => {
      const { wav, sampleRate, words = [] } = await speak(request);
      assert.deepEqual(
        words.map((word) => word.text),
        request.text.replace(/[.,!?]/g, '').split(' '),
      );
      const durationMs = ((wav.length - 44) / 2 / sampleRate) * 1000;
      let last = 0;
      for (const { text, startMs, endMs } of words) {
        assert.ok(startMs >= last && endMs > startMs && endMs <= durationMs, `${text}: ${startMs} to ${endMs}`);
        last = endMs;
      }
    });
  }

  it('gives the samples of the espeak-ng program in Korean', async function () {
    needsProgram(this, 'espeak-ng');
    const program = await speak({ ...KOREAN, engine: 'espeak-ng' });
    const own = await speak(KOREAN);
    assert.deepEqual(program.wav, own.wav);
    assert.deepEqual(program.words, own.words);
  });

  it('speaks languages whose tag the engine itself refuses', async () => {
    for (const language of ['en-GB', 'fr']) {
      assert.ok((await speak({ ...ENGLISH, language, voice: '+f3', wordTimes: false })).wav.length > 44 + 4000, language);
    }
  });

  it('speaks faster and higher when it is asked to', async () => {
    const plain = await speak(ENGLISH);
    const fast = await speak({ ...ENGLISH, rate: 250 });
    const high = await speak({ ...ENGLISH, pitch: 80 });
    assert.ok(fast.wav.length < 0.85 * plain.wav.length);
    assert.notDeepEqual(high.wav, plain.wav);
  });

  it('takes a variant of the voice, and refuses one that does not exist', async () => {
    const plain = await speak(KOREAN);
    assert.notDeepEqual((await speak({ ...KOREAN, voice: '+f3' })).wav, plain.wav);
    await assert.rejects(speak({ ...KOREAN, voice: 'ko+xyz' }), { code: 'PRON_TTS_VARIANT' });
  });

  it('lists voices where there is none for the language', async () => {
    await assert.rejects(speak({ ...ENGLISH, language: 'tlh' }), (error: Error & { code: string }) => {
      assert.equal(error.code, 'PRON_TTS_VOICE');
      return /no voice for "tlh".*Choose one of: .*,/.test(error.message);
    });
  });

  it('is ended by its signal', async () => {
    const control = new AbortController();
    const speech = speak({ ...ENGLISH, signal: control.signal });
    setTimeout(() => control.abort(), 50);
    await assert.rejects(speech, { code: 'PRON_CLOSED' });
  });

  it('speaks in another process: this one has next to nothing to do', async () => {
    // CPU time, not the lateness of a timer: that depends on what else the machine is doing.
    const before = process.cpuUsage();
    await speak({ ...KOREAN, text: `${KOREAN.text} `.repeat(6) });
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 250_000, `${(user + system) / 1000} ms of CPU`);
  });
});

describe('the built-in voice, without its package', () => {
  type Resolver = { _resolveFilename: (request: string, ...rest: unknown[]) => string };
  const resolver = Module as unknown as Resolver;
  const original = resolver._resolveFilename;

  beforeEach(() => {
    resolver._resolveFilename = (request, ...rest) => {
      if (request === '@echogarden/espeak-ng-emscripten') throw new Error('not installed');
      return original.call(Module, request, ...rest);
    };
  });

  afterEach(() => {
    resolver._resolveFilename = original;
  });

  it('says how to install it', async () => {
    await assert.rejects(speak(KOREAN), {
      code: 'PRON_TTS_ENGINE',
      message: /built-in is not installed. Install it \(npm install @echogarden/,
    });
  });

  it('speaks with espeak-ng, without word times', async function () {
    needsProgram(this, 'espeak-ng');
    const { wav, words } = await speak({ ...KOREAN, engine: 'espeak-ng' });
    assert.ok(wav.length > 44);
    assert.equal(words, undefined);
  });
});
