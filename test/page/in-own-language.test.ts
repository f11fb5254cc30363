import assert from 'node:assert/strict';
import fc from 'fast-check';
import en from '../../locales/en-US/errors.json';
import ko from '../../locales/ko/errors.json';
import { inOwnLanguage } from '../../page/src/texts/in-own-language';

const CODES = Object.keys(en) as (keyof typeof en)[];
const filled = (template: string, value: string): string => template.replace(/\{\w+\}/g, () => value);

describe('A failure on the practice page', () => {
  it('is told in the language of the page, whatever language Node-RED speaks', () => {
    for (const code of CODES) {
      const templates = { en: en[code].sentence, ko: ko[code].sentence };
      const names = new Set(templates.en.match(/\{\w+\}/g));
      const said = inOwnLanguage(filled(templates.en, 'X7'), templates, 'ko');
      if ([...(templates.ko.match(/\{\w+\}/g) ?? [])].every((place) => names.has(place))) assert.equal(said, filled(templates.ko, 'X7'), code);
      assert.equal(inOwnLanguage(filled(templates.en, 'X7'), templates, 'en'), filled(templates.en, 'X7'), code);
    }
  });

  it('has its phrases in that language too', () => {
    const phrases = [{ en: 'one that "{command}" lists', ko: '"{command}"에 나오는 것을' }];
    const templates = { en: 'There is no microphone {device}. Choose {instead}.', ko: '마이크 {device}이(가) 없습니다. {instead} 고르세요.' };
    assert.equal(inOwnLanguage('There is no microphone usb. Choose one that "arecord -L" lists.', templates, 'ko', phrases),
      '마이크 usb이(가) 없습니다. "arecord -L"에 나오는 것을 고르세요.');
  });

  it('stays as it is where its sentence is not known', () => {
    fc.assert(fc.property(fc.string(), (sentence) => {
      assert.equal(inOwnLanguage(sentence, {}, 'ko'), sentence);
      assert.equal(inOwnLanguage(`! ${sentence}`, { en: 'The voice {voice} is missing.', ko: '목소리 {voice}이(가) 없습니다.' }, 'ko'), `! ${sentence}`);
    }));
  });
});
