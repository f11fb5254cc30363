import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { spell, spellWords } from '../../../pipeline/ear/spelling';

describe('spell', () => {
  it('writes a text as subtitles are written: a capital first, a mark at the end, a blank before each word', () => {
    const { pieces, words, end } = spell('nice to meet you', 'en-US');
    assert.deepEqual([pieces, words, end], [[' Nice', ' to', ' meet', ' you'], ['nice', 'to', 'meet', 'you'], '.']);
  });

  it('takes a text in capitals for small letters, with the English I', () => {
    assert.deepEqual(spell("I'M HERE AND I SEE IT", 'en').pieces, [" I'm", ' here', ' and', ' I', ' see', ' it']);
    assert.deepEqual(spell('ICH BIN IN BERLIN', 'de').pieces, [' Ich', ' bin', ' in', ' berlin']);
    assert.deepEqual(spell('We like NASA', 'en').pieces, [' We', ' like', ' NASA']);
  });

  it('keeps marks with the words that they follow, and the mark that closes the sentence apart', () => {
    const { pieces, words, end } = spell('만나서 반갑습니다, - 날씨가 좋네요!', 'ko');
    assert.deepEqual(pieces, [' 만나서', ' 반갑습니다, -', ' 날씨가', ' 좋네요']);
    assert.deepEqual(words, ['만나서', '반갑습니다', '날씨가', '좋네요']);
    assert.equal(end, '!');
  });

  it('finds the words of a writing without blanks', () => {
    const { pieces, words, end } = spell('今天天气很好。', 'zh-CN');
    assert.equal(pieces.join(''), '今天天气很好');
    assert.ok(words.length > 1 && words.length < 6, words.join(' '));
    assert.equal(end, '。');
  });

  it('keeps words that stand for one together', () => {
    assert.deepEqual(spellWords(['the ice', 'to', 'meet'], '.', 'en').pieces, [' The ice', ' to', ' meet']);
    assert.deepEqual(spellWords(['今天', '天气'], '。', 'zh').pieces, ['今天', '天气']);
  });

  it('takes decomposed Hangul and odd blanks for the ordinary ones, and finds nothing in marks alone', () => {
    assert.deepEqual(spell('저는\u00a0 학생'.normalize('NFD'), 'ko').pieces, [' 저는', ' 학생']);
    assert.deepEqual(spell(' ... ', 'ko').pieces, []);
  });
});
