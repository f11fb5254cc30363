import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { PronError } from '../../../base/errors';
import type { Answers } from '../../../nodes/wyoming/conversation';
import { PEER_LIMITS } from '../../../nodes/wyoming/conversation';
import { openServer, type WyomingServer } from '../../../nodes/wyoming/server';
import { decodeWav } from '../../../pipeline/wav';
import { wavOfPcm16 } from '../../../pipeline/pcm16';
import { collectGarbage } from '../../support/garbage';
import { peerOf, type Peer } from '../../support/wyoming-peer';

const FORM = { rate: 16000, width: 2, channels: 1 };
const PATIENCE = 400;
/** What the whole server may grow by, bytes: less than one utterance. */
const LITTLE = 3e6;

describe('The Wyoming server', function () {
  this.timeout(20_000);
  let server: WyomingServer;
  const peers: Peer[] = [];
  const faults: PronError[] = [];
  const heard: { readonly samples: number; readonly language: string | undefined }[] = [];
  let speak: Answers['speak'];

  beforeEach(async () => {
    faults.length = 0;
    heard.length = 0;
    speak = () => Promise.resolve({ wav: wavOfPcm16(Buffer.alloc(8000), 16000), sampleRate: 16000 });
    server = await openServer({
      host: '127.0.0.1', port: 0, connections: 2,
      answers: {
        describe: () => Promise.resolve({ tts: [] }),
        speak: (question, signal) => speak(question, signal),
        hear: (wav, language) => {
          heard.push({ samples: decodeWav(wav).samples.length, language });
          return Promise.resolve({ text: 'yes', language: 'en' });
        },
      },
      toError: (error) => error as PronError,
      onFault: (error) => faults.push(error),
      limits: { ...PEER_LIMITS, eventMs: PATIENCE },
    });
  });
  afterEach(async () => {
    for (const { socket } of peers.splice(0)) socket.destroy();
    await server.close();
  });

  const connect = async (): Promise<Peer> => {
    const peer = await peerOf(server.port);
    peers.push(peer);
    return peer;
  };
  async function isServing(): Promise<void> {
    const peer = await connect();
    peer.send('ping', { text: 'still there?' });
    assert.deepEqual((await peer.next())?.data, { text: 'still there?' });
    peer.socket.destroy();
  }
  async function cutOff(peer: Peer, message: RegExp): Promise<void> {
    const events = await peer.until('error');
    assert.match(String(events.at(-1)?.data['text']), message);
    assert.equal(events.at(-1)?.data['code'], 'PRON_WYOMING_PEER');
    assert.equal(await peer.next(), undefined, 'it hung up');
    assert.deepEqual(faults.map(({ code }) => code), ['PRON_WYOMING_PEER']);
  }
  const grown = (since: NodeJS.MemoryUsage): number => {
    collectGarbage();
    return process.memoryUsage().arrayBuffers - since.arrayBuffers;
  };

  it('hears an utterance however its chunks are cut, in the language that was asked for', async () => {
    const peer = await connect();
    peer.send('transcribe', { language: 'ko_KR' });
    peer.send('audio-start', FORM);
    for (const size of [2, 3201, 1, 40_000, 4]) peer.send('audio-chunk', FORM, Buffer.alloc(size));
    peer.send('audio-stop');
    assert.deepEqual((await peer.next())?.data, { text: 'yes', language: 'en' });
    assert.deepEqual(heard, [{ samples: 21_604, language: 'ko_KR' }]);
    assert.deepEqual(faults, []);
  });

  for (const [name, line] of [
    ['an event with a gigabyte of sound', '{"type":"audio-chunk","data_length":0,"payload_length":1073741824}\n'],
    ['an event with a gigabyte of data', '{"type":"describe","data_length":1073741824}\n'],
    ['a length below nothing', '{"type":"describe","data_length":-1}\n'],
    ['a length that is no number', '{"type":"describe","data_length":"7"}\n'],
    ['another protocol', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['data that is no JSON', '{"type":"describe","data_length":3}\nxyz'],
    ['a line without an end', '{'.repeat(200_000)],
  ] as const) {
    it(`cuts off a peer that sends ${name}, takes no memory for it, and goes on`, async () => {
      const before = process.memoryUsage();
      const peer = await connect();
      peer.socket.write(line);
      await cutOff(peer, /not the Wyoming protocol, or too large/);
      assert.ok(grown(before) < LITTLE, String(grown(before)));
      await isServing();
    });
  }

  it('cuts off an utterance that never stops before it fills the memory', async () => {
    const before = process.memoryUsage();
    const peer = await connect();
    peer.send('audio-start', FORM);
    const chunk = Buffer.alloc(100_000);
    for (let sent = 0; sent < 3 * PEER_LIMITS.utterance && !peer.socket.destroyed; sent += chunk.length) {
      peer.send('audio-chunk', FORM, chunk);
      await sleep(1);
    }
    await cutOff(peer, /longer than 4000000 bytes/);
    assert.deepEqual(heard, []);
    assert.ok(grown(before) < 4 * PEER_LIMITS.utterance, String(grown(before)));
    await isServing();
  });

  it('cuts off a peer that sends half an event and falls silent, and one that drips', async () => {
    const half = await connect();
    half.socket.write('{"type":"audio-chunk","data_length":0,"payload_length":100}\nhalf');
    const dripping = setInterval(() => half.socket.write('x'), 50);
    await cutOff(half, /silent/).finally(() => clearInterval(dripping));
    await isServing();
  });

  it('forgets half an event or an utterance of a peer that hangs up', async () => {
    const half = await connect();
    half.send('audio-start', FORM);
    half.socket.end('{"type":"audio-chunk","payload_length":100}\nhalf');
    const { socket } = await connect();
    socket.resetAndDestroy();
    await sleep(50);
    assert.deepEqual([heard, faults], [[], []]);
    await isServing();
  });

  it('cuts off a peer whose sound is not 16-bit mono', async () => {
    const peer = await connect();
    peer.send('audio-start', { ...FORM, width: 4 });
    await cutOff(peer, /16-bit mono/);
  });

  it('tells a peer what could not be answered, and hangs up, as Home Assistant waits for that', async () => {
    speak = () => Promise.reject(new PronError('PRON_TTS_LONG', { length: 3000, limit: 2000 }));
    const peer = await connect();
    peer.send('synthesize', { text: 7, voice: 'x' });
    assert.equal((await peer.next())?.data['code'], 'PRON_TTS_LONG');
    assert.equal(await peer.next(), undefined);
    assert.deepEqual(faults.map(({ code }) => code), ['PRON_TTS_LONG']);
    await isServing();
  });

  it('lets no more peers in than it should, and the next one when one has gone', async () => {
    const [first] = [await connect(), await connect()];
    const third = await connect();
    assert.equal((await third.next())?.data['code'], 'PRON_WYOMING_FULL');
    assert.equal(await third.next(), undefined);
    first.socket.destroy();
    await sleep(50);
    await isServing();
  });

  it('waits for a peer that is slow to read, and speaks to others meanwhile', async () => {
    const wav = wavOfPcm16(Buffer.alloc(30e6), 16000);
    speak = () => Promise.resolve({ wav, sampleRate: 16000 });
    const before = process.memoryUsage();
    const slow = await connect();
    slow.socket.pause();
    slow.send('synthesize', { text: 'long' });
    await sleep(100);
    assert.ok(grown(before) < LITTLE, String(grown(before)));
    await isServing();
    slow.socket.resume();
    assert.equal((await slow.until('audio-stop')).reduce((sum, { payload }) => sum + payload.length, 0), 30e6);
  });

  it('says that its port is another program\'s', async () => {
    await assert.rejects(
      openServer({ host: '127.0.0.1', port: server.port, connections: 1, answers: {} as Answers, toError: (error) => error as PronError, onFault: () => undefined }),
      { code: 'PRON_WYOMING_PORT', message: /another program uses the port/ },
    );
  });
});
