import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SpeakRequest } from '../../voices';
import { speak } from '../../voices';
import { withEnvironment } from '../support/fake-microphone';
import { needsProgram } from '../support/programs';

const REQUEST: SpeakRequest = { engine: 'espeak-ng', text: '안녕하세요', language: 'ko', wordTimes: false };

describe('the espeak-ng program', function () {
  this.timeout(20_000);

  before(function () {
    needsProgram(this, 'espeak-ng');
  });

  it('speaks the same each time, with true lengths in the header', async () => {
    const { wav, sampleRate, words } = await speak(REQUEST);
    assert.equal(sampleRate, 22050);
    assert.equal(wav.readUInt32LE(4), wav.length - 8);
    assert.equal(wav.readUInt32LE(40), wav.length - 44);
    assert.equal(words, undefined);
    assert.deepEqual((await speak(REQUEST)).wav, wav);
  });

  it('gives word times from the built-in engine, on its own time axis', async () => {
    const { wav, words = [] } = await speak({ ...REQUEST, text: '안녕하세요 만나서 반갑습니다', voice: '+f3', wordTimes: true });
    assert.equal(words.length, 3);
    assert.ok((words.at(-1)?.endMs ?? Infinity) <= (wav.length - 44) / 2 / 22.05);
  });

  it('finds the voice of a longer tag', async () => {
    const { wav } = await speak(REQUEST);
    assert.deepEqual((await speak({ ...REQUEST, language: 'ko-KR' })).wav, wav);
    const american = await speak({ ...REQUEST, text: 'water', language: 'en' });
    assert.deepEqual((await speak({ ...REQUEST, text: 'water', language: 'en-US' })).wav, american.wav);
    assert.notDeepEqual((await speak({ ...REQUEST, text: 'water', language: 'en-GB' })).wav, american.wav);
  });

  it('refuses a voice or a variant that it does not have', async () => {
    await assert.rejects(speak({ ...REQUEST, voice: 'nobody' }), { code: 'PRON_TTS_VOICE' });
    await assert.rejects(speak({ ...REQUEST, voice: 'ko+xyz' }), { code: 'PRON_TTS_VARIANT' });
    await assert.rejects(speak({ ...REQUEST, language: 'xx' }), { code: 'PRON_TTS_VOICE' });
    await assert.rejects(speak({ ...REQUEST, voice: '../../etc/passwd' }), { code: 'PRON_TTS_VOICE' });
  });

  const harmless = ['--version', '-f /etc/passwd', '"; touch /tmp/x; $(id) `id` \'', 'a | b > c & d', '%s %n \\ %'];
  for (const text of harmless) {
    it(`speaks ${JSON.stringify(text)} as text`, async () => {
      assert.ok((await speak({ ...REQUEST, text, language: 'en' })).wav.length > 44 + 4000);
    });
  }

  it('speaks no phonemes and no markup, but the letters in them, in a language without rules of its own', async () => {
    const german = { ...REQUEST, language: 'de' } as const;
    const phonemes = await speak({ ...german, text: 'say [[h@l@U]] now' });
    assert.deepEqual((await speak({ ...german, text: 'say [ [h@l@U]] now' })).wav, phonemes.wav);
    const markup = await speak({ ...german, engine: 'built-in', text: 'a <break time="3s"/> b' });
    assert.deepEqual((await speak({ ...german, text: 'a break time="3s"/ b' })).wav, markup.wav);
  });

  it('speaks a text of 2,000 characters', async () => {
    const text = 'one two three. '.repeat(133);
    assert.ok((await speak({ ...REQUEST, text, language: 'en' })).wav.length > 44 + 22050 * 2 * 60);
  });

  it('refuses a rate or a pitch outside its limits', async () => {
    for (const wrong of [{ rate: 20 }, { rate: NaN }, { pitch: 100 }, { pitch: -1 }]) {
      await assert.rejects(speak({ ...REQUEST, ...wrong }), { code: 'PRON_BAD_SETTING' });
    }
  });
});

describe('the espeak-ng program, where something is wrong with it', function () {
  this.timeout(10_000);
  let bin = '';
  let restore: () => void = () => undefined;

  function espeakIs(script: string): void {
    writeFileSync(join(bin, 'espeak-ng'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    restore = withEnvironment('PATH', `${bin}:/usr/bin:/bin`);
  });

  afterEach(() => {
    restore();
    rmSync(bin, { recursive: true });
  });

  it('says how to install it where it is missing', async () => {
    const back = withEnvironment('PATH', bin);
    await assert.rejects(speak(REQUEST), { code: 'PRON_TTS_ENGINE', message: /apt install espeak-ng/ });
    back();
  });

  const voices = 'case "$1" in --voices*) echo header; echo " 5 ko --/M Korean ko"; exit 0;; esac';

  it('passes on what it complains about', async () => {
    espeakIs(`${voices}\necho "no memory" >&2; exit 3`);
    await assert.rejects(speak(REQUEST), { code: 'PRON_TTS_FAILED', message: /espeak-ng could not .*: no memory\./ });
  });

  it('does not take silence for speech', async () => {
    espeakIs(`${voices}\nexit 0`);
    await assert.rejects(speak(REQUEST), { code: 'PRON_TTS_FAILED', message: /wrote no audio/ });
  });

  it('ends a program that goes on after its message was given up', async () => {
    espeakIs(`${voices}\nexec sleep 30`);
    const control = new AbortController();
    const start = Date.now();
    const speech = speak({ ...REQUEST, signal: control.signal });
    setTimeout(() => control.abort(), 200);
    await assert.rejects(speech, { code: 'PRON_CLOSED' });
    assert.ok(Date.now() - start < 3000);
  });
});
