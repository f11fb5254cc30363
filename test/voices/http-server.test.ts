import assert from 'node:assert/strict';
import { speak, type SpeakRequest } from '../../voices';
import { httpVoices } from '../../voices/http';
import { espeakServer, type EspeakServer } from '../support/espeak-server';
import { needsProgram } from '../support/programs';

describe('The http engine with a server that speaks', function () {
  this.timeout(60_000);
  let server: EspeakServer | undefined;
  const start = async (key = ''): Promise<SpeakRequest> => {
    server = await espeakServer(key);
    return { engine: 'http', text: '안녕하세요', language: 'ko', voice: 'ko', address: server.address, key, wordTimes: false };
  };
  before(function () {
    needsProgram(this, 'espeak-ng');
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it('says what the espeak-ng program says, at the speed that is wanted', async () => {
    const request = await start();
    for (const rate of [175, 350]) {
      const served = await speak({ ...request, rate });
      const own = await speak({ ...request, engine: 'espeak-ng', rate });
      const samples = ({ wav }: { wav: Buffer }): Buffer => wav.subarray(44);
      assert.equal(served.sampleRate, 22050);
      assert.deepEqual(samples(served), samples(own), `at ${rate} words a minute`);
    }
  });

  it('lists its voices, and takes one of them', async () => {
    const request = await start();
    assert.deepEqual(await httpVoices(request.address ?? '', ''), ['en-us', 'ko', 'ko+f3']);
    const [low, high] = [await speak(request), await speak({ ...request, voice: 'ko+f3' })];
    assert.notDeepEqual(low.wav, high.wav);
  });

  it('is let in with the key alone', async () => {
    const request = await start('sk-1');
    assert.ok((await speak(request)).wav.length > 10_000);
    await assert.rejects(speak({ ...request, key: 'sk-2' }), { code: 'PRON_TTS_REFUSED', message: /401 Incorrect API key/ });
  });

  it('hears why the server can\'t speak', async () => {
    const request = await start();
    await assert.rejects(speak({ ...request, voice: 'nobody' }), { code: 'PRON_TTS_REFUSED', message: /400 espeak-ng ended with 1.*voice/ });
  });
});
