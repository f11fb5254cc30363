import assert from 'node:assert/strict';
import { acquireEngine, type Engine } from '../../engine/engine';
import type { CheckVoiceResult } from '../../engine/jobs';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { needsEar } from '../support/ear';
import { speak } from '../../voices';
import { wavOfSamples } from '../support/synthetic-speech';

const TEXTS = {
  ko: { said: '커피 두 잔하고 빵 하나 주세요', other: '기차도 전기도 없었다' },
  en: { said: 'Nice to meet you, the weather is lovely today', other: 'Where is the nearest station' },
} as const;

const say = async (text: string, language: string): Promise<Buffer> =>
  (await speak({ engine: 'built-in', text, language, wordTimes: false })).wav;

function firstHalf(wav: Buffer): Buffer {
  const { samples, sampleRate } = decodeWav(wav);
  return encodeWav({ samples: samples.slice(0, samples.length / 2), sampleRate }).wav;
}

describe('The check of a voice', function () {
  this.timeout(60_000);
  let engine: Engine;
  const check = (wav: Uint8Array, text: string, language: string): Promise<CheckVoiceResult> =>
    engine.run({ kind: 'check-voice', wav, text, language });

  before(async function () {
    needsEar(this);
    engine = acquireEngine();
    await engine.run({ kind: 'models' });
  });
  after(() => engine?.release());

  it('loads no ear, and notices silence without one', async () => {
    const { said } = TEXTS.en;
    const nothing = { listened: false, fault: null };
    assert.deepEqual(await check(await say(said, 'en'), TEXTS.en.other, 'en'), nothing);
    assert.deepEqual(await check(await say(said, 'en'), TEXTS.en.other, 'en'), nothing, 'the first check has loaded it');
    assert.deepEqual(await check(wavOfSamples(new Float32Array(22050), 22050), said, 'en'), { listened: false, fault: 'silent' });
  });

  describe('with a loaded ear', () => {
    before(() => engine.run({ kind: 'load-ear' }));

    for (const language of ['ko', 'en'] as const) {
      const { said, other } = TEXTS[language];

      it(`believes the voice that says its text (${language})`, async () => {
        assert.deepEqual(await check(await say(said, language), said, language), { listened: true, fault: null });
      });

      it(`notices that the end is cut (${language})`, async () => {
        assert.deepEqual(await check(firstHalf(await say(said, language)), said, language), { listened: true, fault: 'cut' });
      });

      it(`notices another text (${language})`, async () => {
        assert.deepEqual(await check(await say(other, language), said, language), { listened: true, fault: 'otherText' });
      });
    }

    it('says nothing of a language that the ear does not know', async () => {
      assert.deepEqual(await check(await say('hello', 'en'), 'bonjour', 'tlh'), { listened: false, fault: null });
    });
  });
});
