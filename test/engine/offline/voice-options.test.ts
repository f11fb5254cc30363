import assert from 'node:assert/strict';
import { referenceVoice } from '../../../engine/offline/reference-voice';
import { voiceChoice } from '../../../engine/offline/voice-options';
import { wavOfPcm16 } from '../../../pipeline/pcm16';
import { httpServer } from '../../support/voice-servers';

describe('The options of a voice', () => {
  it('are none where nothing is named', () => {
    assert.equal(voiceChoice({}, { PRON_VOICE_KEY: 'k' }), undefined);
  });

  it('take the key from the environment, for http alone', () => {
    const served = { 'voice-address': 'a:1' };
    assert.deepEqual(voiceChoice({ 'voice-engine': 'http', 'voice-model': 'm', voice: 'v', ...served }, { PRON_VOICE_KEY: 'k' }), {
      engine: 'http', voice: 'v', address: 'a:1', model: 'm', key: 'k',
    });
    assert.deepEqual(voiceChoice({ 'voice-engine': 'wyoming', ...served }, { PRON_VOICE_KEY: 'k' }), { engine: 'wyoming', address: 'a:1' });
  });

  it('say what does not fit', () => {
    const wrong = [
      [{ voice: 'ko' }, /--voice needs --voice-engine/],
      [{ 'voice-engine': 'recording' }, /must be one of built-in, espeak-ng, piper, http, wyoming, system/],
      [{ 'voice-engine': 'http' }, /needs --voice-address/],
      [{ 'voice-engine': 'piper', 'voice-address': 'a:1' }, /for http and wyoming/],
      [{ 'voice-engine': 'wyoming', 'voice-address': 'a:1', 'voice-model': 'm' }, /for http/],
    ] as const;
    for (const [options, message] of wrong) assert.throws(() => voiceChoice(options), message);
  });

  it('let the references be spoken by that server', async () => {
    const wav = wavOfPcm16(Buffer.alloc(4800, 7), 24000);
    const server = await httpServer((_, response) => response.end(wav));
    const voice = referenceVoice(voiceChoice({ 'voice-engine': 'http', 'voice-address': `http://${server.address}`, voice: 'v' }, {}));
    assert.deepEqual(await voice.say('안녕하세요', 'ko'), wav);
    assert.equal(voice.engine, 'http');
    assert.equal((server.requests[0] as { body: { voice: string } }).body.voice, 'v');
    await server.close();
  });
});
