import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { spokenText } from '../../language/spoken';
import { lineFor } from '../../voices/line';
import { cacheKey } from '../../voices/cache';
import type { SpeakRequest } from '../../voices/request';
import { writtenWords } from '../../voices/written-words';

const times = (...words: string[]): { text: string; startMs: number; endMs: number }[] =>
  words.map((text, i) => ({ text, startMs: 100 * i, endMs: 100 * i + 90 }));

describe('The words of a text as they are written', () => {
  it('have the times of all that is said for them; what is not said has none', () => {
    assert.deepEqual(writtenWords(spokenText('1) "3시" 50%', 'ko'), times('세', '시', '오십', '퍼센트')), [
      { text: '3시', startMs: 0, endMs: 190 },
      { text: '50%', startMs: 200, endMs: 390 },
    ]);
  });

  it('have no times where the voice has found other words', () => {
    assert.equal(writtenWords(spokenText('3시', 'ko'), times('세')), undefined);
    assert.equal(writtenWords(spokenText('3시', 'ko'), times('세', '시', '반')), undefined);
  });
});

describe('The line that a voice reads', () => {
  const request = (engine: SpeakRequest['engine'], text: string): SpeakRequest => ({ engine, text, language: 'ko' });
  const line = (engine: SpeakRequest['engine']): string => lineFor(request(engine, '국물 3개'), spokenText('국물 3개', 'ko'));

  it('is the pronunciation for voices that read Korean as it is spelt, and the spelling for the others', () => {
    assert.deepEqual([line('built-in'), line('espeak-ng')], ['궁물 세 개', '궁물 세 개']);
    assert.deepEqual([line('piper'), line('system')], ['국물 세 개', '국물 세 개']);
  });

  it('is a part of the key of what was spoken', async () => {
    assert.match(await cacheKey(request('built-in', '국물 3개')), /궁물 세 개/);
    assert.notEqual(await cacheKey(request('built-in', '국물 [국물]')), await cacheKey(request('built-in', '국물')));
  });
});
