import assert from 'node:assert/strict';
import { resolveVoice } from '../../voices/voice-name';

const CATALOGUE = {
  voices: [
    { tags: ['ko'], file: 'ko' },
    { tags: ['en-029', 'en'], file: 'gmw/en-029' },
    { tags: ['en-gb', 'en'], file: 'gmw/en' },
    { tags: ['en-us', 'en'], file: 'gmw/en-US' },
    { tags: ['cmn', 'zh-cmn', 'zh'], file: 'sit/cmn' },
    { tags: ['yue', 'zh-yue', 'zh'], file: 'sit/yue' },
    { tags: ['nb', 'no'], file: 'gmq/nb' },
    { tags: ['pt-br', 'pt'], file: 'roa/pt-BR' },
  ],
  variants: ['f3', 'm1', 'Mr serious'],
};

describe('resolveVoice', () => {
  const cases = [
    ['ko', undefined, 'ko'],
    ['ko-KR', '', 'ko'],
    ['en', undefined, 'en-us'],
    ['en-AU', undefined, 'en-us'],
    ['en_GB', undefined, 'en-gb'],
    ['zh-Hant-TW', undefined, 'cmn'],
    ['zh-HK', undefined, 'yue'],
    ['no', undefined, 'nb'],
    ['pt', undefined, 'pt-br'],
    ['ko', '+f3', 'ko+f3'],
    ['ko', 'en-gb+M1', 'en-gb+m1'],
    ['ko', 'gmw/en-US', 'en-us'],
    ['ko', 'ko+Mr serious', 'ko+Mr serious'],
  ] as const;
  for (const [language, voice, expected] of cases) {
    it(`takes ${expected} for ${language}${voice === undefined ? '' : ` and "${voice}"`}`, () => {
      assert.equal(resolveVoice(language, voice, CATALOGUE), expected);
    });
  }

  it('refuses an unknown language, voice and variant, and lists what there is', () => {
    assert.throws(() => resolveVoice('xx', undefined, CATALOGUE), { code: 'PRON_TTS_VOICE', message: /cmn, en-029/ });
    assert.throws(() => resolveVoice('', undefined, CATALOGUE), { code: 'PRON_TTS_VOICE' });
    assert.throws(() => resolveVoice('ko', 'en-au', CATALOGUE), { code: 'PRON_TTS_VOICE', message: /of: en-029, en-gb/ });
    assert.throws(() => resolveVoice('ko', 'ko+xyz', CATALOGUE), { code: 'PRON_TTS_VARIANT', message: /f3, m1/ });
    assert.throws(() => resolveVoice('ko', 'ko+', CATALOGUE), { code: 'PRON_TTS_VARIANT' });
  });
});
