import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { pcmOfWav } from '../../pipeline/pcm16';
import { speak, type SpeakRequest } from '../../voices';
import { hostAndPort } from '../../voices/wyoming/conversation';
import { wyomingReader, type WyomingEvent } from '../../voices/wyoming/events';
import { wyomingVoices } from '../../voices/wyoming/voices';
import { eventBytes, wyomingServer, type TestServer } from '../support/voice-servers';

const FORMAT = { rate: 22050, width: 2, channels: 1 };
const PCM = Buffer.from(Array.from({ length: 600 }, (_, index) => index % 251));
const SPOKEN = Buffer.concat([
  eventBytes('audio-start', FORMAT),
  eventBytes('audio-chunk', FORMAT, PCM.subarray(0, 301)),
  eventBytes('audio-chunk', FORMAT, PCM.subarray(301)),
  eventBytes('audio-stop', {}),
]);

describe('The wyoming engine', function () {
  this.timeout(10_000);
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function requestTo(answer: (event: WyomingEvent, socket: Socket, count: number) => void): Promise<SpeakRequest> {
    server = await wyomingServer(answer);
    return { engine: 'wyoming', text: '안녕하세요', language: 'ko', address: server.address, voice: 'ko-voice', speaker: 'kim' };
  }

  it('asks for the text with voice and speaker, and joins the chunks', async () => {
    const { wav, sampleRate } = await speak(await requestTo((_, socket) => socket.write(SPOKEN)));
    assert.equal(sampleRate, 22050);
    assert.deepEqual(Buffer.from(pcmOfWav(wav)), PCM);
    assert.deepEqual(server?.requests, [{ type: 'synthesize', data: { text: '안녕하세요', voice: { name: 'ko-voice', speaker: 'kim' } } }]);
  });

  it('reads an event wherever the stream is split', () => {
    const whole = wyomingReader()(SPOKEN);
    assert.equal(whole.length, 4);
    for (let at = 1; at < SPOKEN.length; at++) {
      const read = wyomingReader();
      assert.deepEqual([...read(SPOKEN.subarray(0, at)), ...read(SPOKEN.subarray(at))], whole, `split at ${at}`);
    }
    const read = wyomingReader();
    assert.deepEqual([...SPOKEN].flatMap((byte) => read(Buffer.of(byte))), whole);
  });

  it('reads data in the line as well', () => {
    const [event] = wyomingReader()(Buffer.from('{"type":"audio-start","data":{"rate":8000}}\n'));
    assert.deepEqual(event?.data, { rate: 8000 });
  });

  it('passes on the error of a server', async () => {
    const request = await requestTo((_, socket) => socket.write(eventBytes('error', { text: 'no such voice' })));
    await assert.rejects(speak(request), { code: 'PRON_TTS_FAILED', message: /no such voice/ });
  });

  it('asks once more where the server hangs up before it has spoken', async () => {
    const request = await requestTo((_, socket, count) => (count === 1 ? socket.destroy() : socket.write(SPOKEN)));
    assert.equal((await speak(request)).sampleRate, 22050);
    assert.equal(server?.requests.length, 2);
  });

  it('gives no half of a sentence where the server hangs up in the middle', async () => {
    const request = await requestTo((_, socket) => socket.end(SPOKEN.subarray(0, SPOKEN.length - 10)));
    await assert.rejects(speak(request), { code: 'PRON_TTS_FAILED', message: /closed the connection/ });
    assert.equal(server?.requests.length, 1);
  });

  it('does not say the first sounds twice where the connection breaks', async () => {
    const request = await requestTo((_, socket, count) => {
      if (count > 1) socket.write(SPOKEN);
      else socket.write(SPOKEN.subarray(0, 700), () => setTimeout(() => socket.resetAndDestroy(), 50));
    });
    await assert.rejects(speak(request), { code: 'PRON_TTS_FAILED', message: /closed the connection/ });
  });

  it('refuses another protocol, no audio and audio of another form', async () => {
    const answers = [
      [Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), /Wyoming protocol/],
      [Buffer.from('{"type":"x","payload_length":-1}\n'), /Wyoming protocol/],
      [eventBytes('audio-stop', {}), /no audio/],
      [eventBytes('audio-start', { ...FORMAT, width: 4 }), /16-bit mono/],
    ] as const;
    for (const [answer, message] of answers) {
      await assert.rejects(speak(await requestTo((_, socket) => socket.write(answer))), { code: 'PRON_TTS_FAILED', message });
      await server?.close();
    }
  });

  it('says that nobody answers at the address', async () => {
    const request = await requestTo(() => undefined);
    await server?.close();
    await assert.rejects(speak(request), { code: 'PRON_TTS_SERVER', message: /ECONNREFUSED/ });
  });

  it('ends a conversation whose message was given up', async () => {
    const control = new AbortController();
    const request = await requestTo(() => control.abort());
    await assert.rejects(speak({ ...request, signal: control.signal }), { code: 'PRON_CLOSED' });
  });

  it('lists the voices of the language', async () => {
    const voices = [{ name: 'ko-a', languages: ['ko_KR'] }, { name: 'en-a', languages: ['en'] }, { languages: ['ko'] }];
    const { address = '' } = await requestTo((_, socket) => socket.write(eventBytes('info', { tts: [{ name: 'piper', voices }] })));
    assert.deepEqual(await wyomingVoices(address, 'ko'), ['ko-a']);
  });

  it('takes host and port only', () => {
    assert.deepEqual(hostAndPort('tcp://voice.local:10200'), { host: 'voice.local', port: 10200 });
    assert.deepEqual(hostAndPort('[::1]:10200'), { host: '::1', port: 10200 });
    for (const address of ['', 'voice.local', 'voice:0', 'voice:99999', 'http://a:1', 'a b:1']) {
      assert.throws(() => hostAndPort(address), { code: 'PRON_BAD_SETTING' }, address);
    }
  });
});
