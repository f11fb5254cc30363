import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import { speak, type SpeakRequest } from '../../voices';
import { httpVoices, serverUrl } from '../../voices/http';
import { httpServer, type TestServer } from '../support/voice-servers';

const WAV = wavOfPcm16(Buffer.alloc(4800, 7), 24000);
const KEY = 'sk-secret-0123';

describe('The http engine', function () {
  this.timeout(10_000);
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function requestTo(answer: (count: number, response: ServerResponse) => void): Promise<SpeakRequest> {
    server = await httpServer(answer);
    return { engine: 'http', text: '안녕하세요', language: 'ko', address: `http://${server.address}`, model: 'kokoro', voice: 'kim', key: KEY, rate: 350 };
  }

  it('asks for the text with its settings, and gives the WAV', async () => {
    const { wav, sampleRate } = await speak(await requestTo((_, response) => response.end(WAV)));
    assert.deepEqual({ wav, sampleRate }, { wav: WAV, sampleRate: 24000 });
    const body = { model: 'kokoro', input: '안녕하세요', voice: 'kim', response_format: 'wav', speed: 2 };
    assert.deepEqual(server?.requests, [{ method: 'POST', url: '/v1/audio/speech', authorization: `Bearer ${KEY}`, body }]);
  });

  it('sends no key where none is set', async () => {
    await speak({ ...(await requestTo((_, response) => response.end(WAV))), key: '' });
    assert.equal((server?.requests[0] as { authorization?: string }).authorization, undefined);
  });

  it('asks once more after a failure of the server, and no third time', async () => {
    const once = await requestTo((count, response) => response.writeHead(count === 1 ? 503 : 200).end(WAV));
    assert.deepEqual((await speak(once)).wav, WAV);
    await server?.close();
    const always = await requestTo((_, response) => response.writeHead(500).end());
    await assert.rejects(speak(always), { code: 'PRON_TTS_SERVER', message: /500/ });
    assert.equal(server?.requests.length, 2);
  });

  it('asks once where the server refuses, and says why, without the key', async () => {
    const refused = await requestTo((_, response) =>
      response.writeHead(401).end(JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}` } })));
    await assert.rejects(speak(refused), ({ code, message }: { code: string; message: string }) => {
      assert.equal(code, 'PRON_TTS_REFUSED');
      assert.match(message, /401 Incorrect API key provided: …/);
      assert.ok(!message.includes(KEY));
      return true;
    });
    assert.equal(server?.requests.length, 1);
  });

  it('follows no redirection to another server', async () => {
    const moved = await requestTo((_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end());
    await assert.rejects(speak(moved), { code: 'PRON_TTS_REFUSED', message: /307/ });
  });

  it('says that nobody answers at the address', async () => {
    const request = await requestTo((_, response) => response.end(WAV));
    await server?.close();
    await assert.rejects(speak(request), { code: 'PRON_TTS_SERVER', message: /127\.0\.0\.1:\d+ does not work: ECONNREFUSED/ });
  });

  it('refuses what is no WAV, is empty, or is cut', async () => {
    for (const [bytes, reason] of [['<html>', /no audio/], ['', /no audio/], [WAV.subarray(0, 44), /no audio/], [WAV.subarray(0, 2000), /cut off/]] as const) {
      await assert.rejects(speak(await requestTo((_, response) => response.end(bytes))), { code: 'PRON_TTS_FAILED', message: reason });
      await server?.close();
    }
  });

  it('takes the open end of a stream for no cut', async () => {
    const streamed = Buffer.from(WAV);
    streamed.writeUInt32LE(0xffffffff, 4);
    streamed.writeUInt32LE(0xffffffff, 40);
    assert.equal((await speak(await requestTo((_, response) => response.end(streamed)))).sampleRate, 24000);
  });

  it('says that the server hung up in the middle', async () => {
    const cut = await requestTo((_, response) => {
      response.writeHead(200, { 'content-length': String(WAV.length) });
      response.write(WAV.subarray(0, 1000), () => response.destroy());
    });
    await assert.rejects(speak(cut), { code: 'PRON_TTS_SERVER', message: /closed the connection/ });
  });

  it('ends a request whose message was given up', async () => {
    const control = new AbortController();
    const request = await requestTo(() => control.abort());
    await assert.rejects(speak({ ...request, signal: control.signal }), { code: 'PRON_CLOSED' });
  });

  it('takes the root of a server, with or without v1, and no key in the address', () => {
    for (const address of ['http://a:1', 'http://a:1/', 'http://a:1/v1', 'http://a:1/v1/audio/speech']) {
      assert.equal(serverUrl(address, 'speech').href, 'http://a:1/v1/audio/speech');
    }
    for (const address of ['', 'a:1', 'file:///etc/passwd', 'http://a?key=secret', 'http://u:secret@a']) {
      assert.throws(() => serverUrl(address, 'speech'), ({ code, message }: { code: string; message: string }) => code === 'PRON_BAD_SETTING' && !message.includes('secret'));
    }
  });

  it('lists the voices of a server that lists them', async () => {
    const { address = '' } = await requestTo((_, response) => response.end('{"voices":["a",{"id":"b"},{"name":"c"},5]}'));
    assert.deepEqual(await httpVoices(address, ''), ['a', 'b', 'c']);
    await server?.close();
    const { address: other = '' } = await requestTo((_, response) => response.writeHead(404).end());
    assert.deepEqual(await httpVoices(other, ''), []);
  });
});
