import assert from 'node:assert/strict';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import type { SpeakRequest, Speech } from '../../voices/request';
import { httpVoices, speakHttp } from '../../voices/http';
import { servedLimits } from '../../voices/server';
import { speakWyoming } from '../../voices/wyoming/speak';
import { eventBytes, httpServer, wyomingServer, type TestServer } from '../support/voice-servers';

const TEXT = 'hello';
const FORMAT = { rate: 48000, width: 2, channels: 1 };
/** Nearly ten minutes: close to the limit. */
const BIG = Buffer.alloc(56_000_000, 7);
/** Of the timer below. A machine that runs other tests may be this late by itself. */
const LATEST_MS = 500;

/** How late the event loop was at most while the work was done, ms. */
async function latenessDuring(work: () => Promise<Speech>): Promise<{ readonly speech: Speech; readonly latestMs: number }> {
  let latestMs = 0;
  let due = performance.now() + 10;
  const timer = setInterval(() => {
    latestMs = Math.max(latestMs, performance.now() - due);
    due = performance.now() + 10;
  }, 10);
  try {
    const speech = await work();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { speech, latestMs };
  } finally {
    clearInterval(timer);
  }
}

describe('A voice server', function () {
  this.timeout(60_000);
  let server: TestServer;
  afterEach(() => server.close());

  const request = (engine: 'http' | 'wyoming'): SpeakRequest => {
    return { engine, text: TEXT, language: 'en', address: engine === 'http' ? `http://${server.address}` : server.address };
  };

  it('has half a minute and more for longer texts, and ten minutes of sound', () => {
    assert.deepEqual(servedLimits('x'.repeat(100)), { timeoutMs: 40_000, maxBytes: 60_000_000 });
    server = { close: () => Promise.resolve() } as TestServer;
  });

  describe('over http', () => {
    const speaking = (limits: { timeoutMs?: number; maxBytes?: number } = {}): Promise<Speech> =>
      speakHttp(request('http'), TEXT, { ...servedLimits(TEXT), ...limits });

    it('that never answers is given up at the time limit, without a second try', async () => {
      server = await httpServer(() => undefined);
      await assert.rejects(speaking({ timeoutMs: 1500 }), { code: 'PRON_TTS_TIMEOUT' });
      assert.equal(server.requests.length, 1);
    });

    it('that stops in the middle is given up at the time limit', async () => {
      server = await httpServer((_, response) => void response.writeHead(200).write(BIG.subarray(0, 1000)));
      await assert.rejects(speaking({ timeoutMs: 1500 }), { code: 'PRON_TTS_TIMEOUT' });
    });

    it('that fails has one time limit for both tries', async () => {
      server = await httpServer((count, response) => void (count === 1 && response.writeHead(503).end()));
      const began = performance.now();
      await assert.rejects(speaking({ timeoutMs: 1500 }), { code: 'PRON_TTS_TIMEOUT' });
      assert.equal(server.requests.length, 2);
      assert.ok(performance.now() - began < 5000);
    });

    it('that never stops speaking is cut off, and asked no second time', async () => {
      server = await httpServer((_, response) => response.writeHead(200).end(BIG.subarray(0, 200_000)));
      await assert.rejects(speaking({ maxBytes: 100_000 }), { code: 'PRON_TTS_FAILED', message: /stop/ });
      assert.equal(server.requests.length, 1);
    });

    it('that lists too much is refused', async () => {
      server = await httpServer((_, response) => response.writeHead(200).end(BIG.subarray(0, 1_100_000)));
      await assert.rejects(httpVoices(`http://${server.address}`, ''), { code: 'PRON_TTS_FAILED' });
    });

    it('that gives much leaves time for others', async () => {
      const wav = wavOfPcm16(BIG, 48000);
      server = await httpServer((_, response) => response.writeHead(200).end(wav));
      const { speech, latestMs } = await latenessDuring(() => speaking());
      assert.equal(speech.wav.length, wav.length);
      assert.ok(latestMs < LATEST_MS, `${latestMs.toFixed(0)} ms late`);
    });
  });

  describe('of Wyoming', () => {
    const speaking = (limits: { timeoutMs?: number; maxBytes?: number } = {}): Promise<Speech> =>
      speakWyoming(request('wyoming'), TEXT, { ...servedLimits(TEXT), ...limits });
    const chunk = eventBytes('audio-chunk', FORMAT, BIG.subarray(0, 4096));

    it('that never answers is given up at the time limit, without a second try', async () => {
      server = await wyomingServer(() => undefined);
      await assert.rejects(speaking({ timeoutMs: 150 }), { code: 'PRON_TTS_TIMEOUT' });
      assert.equal(server.requests.length, 1);
    });

    it('that stops in the middle is given up at the time limit', async () => {
      server = await wyomingServer((_, socket) => void socket.write(chunk));
      await assert.rejects(speaking({ timeoutMs: 150 }), { code: 'PRON_TTS_TIMEOUT' });
    });

    it('that hangs up has one time limit for both tries', async () => {
      server = await wyomingServer((_, socket, count) => void (count === 1 && socket.destroy()));
      await assert.rejects(speaking({ timeoutMs: 300 }), { code: 'PRON_TTS_TIMEOUT' });
      assert.equal(server.requests.length, 2);
    });

    it('that never stops speaking is cut off, and asked no second time', async () => {
      server = await wyomingServer((_, socket) => void socket.write(Buffer.concat(Array.from({ length: 30 }, () => chunk))));
      await assert.rejects(speaking({ maxBytes: 100_000 }), { code: 'PRON_TTS_FAILED', message: /stop/ });
      assert.equal(server.requests.length, 1);
    });

    it('that announces or sends too large an event is refused', async () => {
      const events = [`{"type":"audio-chunk","payload_length":4000001}\n`, `{"type":"info","data_length":4000001}\n`, 'x'.repeat(1_100_000)];
      for (const event of events) {
        server = await wyomingServer((_, socket) => void socket.write(event));
        await assert.rejects(speaking(), { code: 'PRON_TTS_FAILED', message: /Wyoming protocol/ });
        await server.close();
      }
    });

    it('that gives much in small pieces leaves time for others', async () => {
      const chunks = Math.floor(BIG.length / 4096);
      const answer = Buffer.concat([...Array.from({ length: chunks }, () => chunk), eventBytes('audio-stop', {})]);
      server = await wyomingServer((_, socket) => void socket.write(answer));
      const { speech, latestMs } = await latenessDuring(() => speaking());
      assert.equal(speech.wav.length, chunks * 4096 + 44);
      assert.ok(latestMs < LATEST_MS, `${latestMs.toFixed(0)} ms late`);
    });
  });
});
