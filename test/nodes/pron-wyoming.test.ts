import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';

import { pcmOfWav, wavOfPcm16 } from '../../pipeline/pcm16';
import { isBuiltInInstalled, speak } from '../../voices';
import { wyomingVoices } from '../../voices/wyoming/voices';
import { needsEar } from '../support/ear';
import { CAUGHT, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { peerOf, type Peer } from '../support/wyoming-peer';
import { WYOMING } from './all-nodes';

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('pron-wyoming', function () {
  this.timeout(60_000);
  let flow: RunningFlow;
  let port: number;
  let peer: Peer | undefined;
  beforeEach(async () => {
    port = await freePort();
  });
  afterEach(async () => {
    peer?.socket.destroy();
    peer = undefined;
    await stopFlow();
  });

  async function start(settings: object = {}, language = 'en-US'): Promise<void> {
    flow = await startFlow([WYOMING], [{ id: 'n', type: 'pron-wyoming', port, ...settings, wires: [['out']] }, { id: 'out', type: 'helper' }], { language });
    for (let tries = 0; flow.statuses('n').length === 0 && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  async function connect(host?: string): Promise<Peer> {
    peer = await peerOf(port, host);
    return peer;
  }
  const lastStatus = () => flow.statuses('n').at(-1);
  const ended = (): Promise<Received> => flow.next('out', CAUGHT);

  it('listens on this computer alone, unless it is told otherwise, and says so', async () => {
    await start();
    assert.deepEqual([lastStatus()?.fill, lastStatus()?.text], ['green', `127.0.0.1:${port}`]);
    await assert.rejects(peerOf(port, '127.0.0.2'), { code: 'ECONNREFUSED' });
    await stopFlow();
    await start({ host: '0.0.0.0' });
    assert.deepEqual([lastStatus()?.fill, lastStatus()?.text], ['yellow', `open, port ${port}`]);
    await connect('127.0.0.2');
  });

  it('tells what is spoken and heard here', async function () {
    if (!isBuiltInInstalled()) this.skip();
    await start();
    const peer = await connect();
    peer.send('describe');
    const [info] = await peer.until('info');
    const { tts, asr } = info?.data as { tts: { voices: { name: string; languages: string[]; speakers: { name: string }[] }[] }[]; asr: unknown[] };
    const korean = tts[0]?.voices.find(({ name }) => name === 'ko');
    assert.deepEqual(korean?.languages, ['ko']);
    assert.ok((korean?.speakers.length ?? 0) > 1);
    assert.equal(asr.length, 1);
    peer.socket.destroy();
    assert.deepEqual(await wyomingVoices(`127.0.0.1:${port}`, 'ko-KR'), ['ko']);
  });

  it('speaks as the built-in voice does, and says what it has spoken', async function () {
    if (!isBuiltInInstalled()) this.skip();
    await start();
    const asked = { text: '물 한 잔 주세요', language: 'ko', wordTimes: false } as const;
    for (const [voice, speaker] of [['', ''], ['ko', ''], ['ko', 'm4']] as const) {
      const served = await speak({ ...asked, engine: 'wyoming', address: `127.0.0.1:${port}`, voice, speaker });
      const own = await speak({ ...asked, engine: 'built-in', voice: speaker === '' ? voice : `${voice}+${speaker}` });
      assert.deepEqual(Buffer.from(pcmOfWav(served.wav)), Buffer.from(pcmOfWav(own.wav)), `${voice} ${speaker}`);
      const said = (await ended()) as Received & { topic: string };
      assert.deepEqual([said.topic, said.payload, said.pronunciation.language], ['spoken', asked.text, 'ko']);
    }
  });

  it('tells a peer in the language of Node-RED what it can\'t speak', async function () {
    if (!isBuiltInInstalled()) this.skip();
    await start({}, 'ko');
    for (const [data, code] of [
      [{ text: 'a', voice: { name: 'nobody' } }, 'PRON_TTS_VOICE'], [{ text: 'a', voice: { name: 'ko', speaker: 'nobody' } }, 'PRON_TTS_VARIANT'],
      [{ text: 'x'.repeat(2001) }, 'PRON_TTS_LONG'], [{}, 'PRON_TTS_TEXT'], [{ text: 'a', voice: { language: '../..' } }, 'PRON_BAD_SETTING'],
    ] as const) {
      const peer = await connect();
      peer.send('synthesize', data);
      const event = await peer.next();
      assert.deepEqual([event?.type, event?.data['code']], ['error', code], JSON.stringify(data).slice(0, 60));
      assert.match(String(event?.data['text']), /[가-힣]/);
      assert.equal(await peer.next(), undefined, 'it hung up: Home Assistant waits for that');
    }
    assert.equal(lastStatus()?.fill, 'red');
  });

  it('hears what a peer has recorded', async function () {
    needsEar(this);
    await start();
    const { wav, sampleRate } = await speak({ engine: 'built-in', text: 'Turn the light on, please.', language: 'en', wordTimes: false });
    const peer = await connect();
    peer.send('transcribe', { language: 'en' });
    const form = { rate: sampleRate, width: 2, channels: 1 };
    peer.send('audio-start', form);
    const pcm = Buffer.from(pcmOfWav(wav));
    for (let at = 0; at < pcm.length; at += 2048) peer.send('audio-chunk', form, pcm.subarray(at, at + 2048));
    peer.send('audio-stop');
    const [transcript] = await peer.until('transcript');
    assert.match(String(transcript?.data['text']), /light on/i);
    assert.equal(transcript?.data['language'], 'en');
    const heard = (await ended()) as Received & { topic: string };
    assert.deepEqual([heard.topic, heard.payload], ['heard', transcript?.data['text']]);
  });

  it('offers what its dialog says, and tells a peer that it does not offer the rest', async () => {
    await start({ ear: false, voices: false });
    let peer = await connect();
    peer.send('describe');
    assert.deepEqual((await peer.next())?.data, { asr: [], tts: [], handle: [], intent: [], wake: [], mic: [], snd: [] });
    peer.send('synthesize', { text: 'a' });
    assert.equal((await peer.next())?.data['code'], 'PRON_WYOMING_NOT_OFFERED');
    const form = { rate: 16000, width: 2, channels: 1 };
    peer = await connect();
    peer.send('audio-start', form);
    peer.send('audio-chunk', form, Buffer.from(pcmOfWav(wavOfPcm16(Buffer.alloc(3200), 16000))));
    peer.send('audio-stop');
    assert.equal((await peer.next())?.data['code'], 'PRON_WYOMING_NOT_OFFERED');
  });

  it('says that another program has its port, and listens again when it is deployed again', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    await start();
    const { error } = await flow.next(CAUGHT);
    assert.match(error.message, /another program uses the port/);
    other.close();
    await once(other, 'close');
    await stopFlow();
    await start();
    (await connect()).send('ping', { text: 'a' });
    assert.equal((await peer?.next())?.type, 'pong');
  });

  it('closes the port and its conversations with the flow', async () => {
    await start();
    const peer = await connect();
    await stopFlow();
    assert.equal(await peer.next(), undefined);
    await assert.rejects(peerOf(port), { code: 'ECONNREFUSED' });
  });

  it('refuses an address that is none', async () => {
    await start({ host: 'my pi' });
    assert.equal(lastStatus()?.fill, 'red');
  });
});
