import assert from 'node:assert/strict';
import { speakableText } from '../../language/speakable';

describe('speakableText', () => {
  it('keeps plain text as it is', () => {
    assert.equal(speakableText('안녕하세요, "친구"! $5 & more -x', 'ko'), '안녕하세요, "친구"! $5 & more -x');
  });

  it('makes one line of several, and composes letters', () => {
    assert.equal(speakableText(' one\n\n two\tthree ', 'en'), 'one two three');
    assert.equal(speakableText('\u1112\u1161\u11ab', 'ko'), '한');
  });

  it('drops control characters, invisible marks and halves of characters', () => {
    assert.equal(speakableText('a\u0001+10Pb\u0000c\ufeff\u202ed\ud800e', 'en'), 'a +10Pb c de');
  });

  it('leaves out emoji, whole ones', () => {
    assert.equal(speakableText('hello 👋🏽 to 👩‍👩‍👧 from 🇰🇷 ❤️!', 'en'), 'hello to from !');
  });

  it('takes from markup and phoneme input what makes them special', () => {
    assert.equal(speakableText('<b>bold</b> [[h@l@U]] AT&amp;T', 'en'), 'b bold /b [ [h@l@U]] AT& amp;T');
  });

  it('refuses what nobody could say', () => {
    for (const text of ['', '   ', '\n']) assert.throws(() => speakableText(text, 'ko'), { code: 'PRON_TTS_TEXT' });
    for (const text of ['😀😀', '...', '?!', '\u0001']) {
      assert.throws(() => speakableText(text, 'ko'), { code: 'PRON_TTS_UNSPEAKABLE' });
    }
  });

  it('names the limit for a text that is too long, in characters as people count them', () => {
    assert.throws(() => speakableText('가'.repeat(10_000), 'ko'), {
      code: 'PRON_TTS_LONG',
      message: /has 10000 characters, at most 2000/,
    });
    assert.equal(speakableText('𠀀'.repeat(2000), 'zh').length, 4000);
  });

  it('refuses a text in a script that is neither the language\'s nor Latin', () => {
    assert.throws(() => speakableText('日本語です', 'ko'), { code: 'PRON_TTS_LANGUAGE' });
    assert.throws(() => speakableText('안녕하세요', 'en-GB'), { code: 'PRON_TTS_LANGUAGE' });
    for (const [text, language] of [
      ['日本語です', 'ja'],
      ['你好', 'zh-TW'],
      ['привет', 'ru'],
      ['Wi-Fi', 'ko'],
      ['119', 'ko'],
      ['안녕', 'no language at all'],
    ] as const) {
      assert.equal(speakableText(text, language), text);
    }
  });

  it('reads a sentence all in capitals in small letters, but leaves a single word, which may be an acronym', () => {
    assert.equal(speakableText('WE CALL IT BEAR', 'en-US'), 'we call it bear');
    assert.equal(speakableText('ISPARTA IRMAK', 'tr'), 'ısparta ırmak');
    assert.equal(speakableText('We call IT bear', 'en-US'), 'We call IT bear');
    assert.equal(speakableText('NASA', 'en-US'), 'NASA');
    assert.equal(speakableText('GOOD DAY', 'no language at all'), 'good day');
  });
});
