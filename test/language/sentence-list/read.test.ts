import assert from 'node:assert/strict';
import { readSentenceList } from '../../../language/sentence-list/read';

const items = (text: string) => readSentenceList(`[ko]\n${text}`).sentences.ko ?? [];

describe('A list of sentences', () => {
  it('has a sentence on a line, and none on a remark', () =>
    assert.deepEqual(items('# class 2\n안녕하세요\n\n  감사합니다 \n'), [{ text: '안녕하세요' }, { text: '감사합니다' }]));

  it('has a translation behind a tab or an equals sign', () => {
    for (const line of ['안녕하세요 = Hello', '안녕하세요\tHello', '\t안녕하세요 \t Hello ', '안녕하세요  ＝ Hello']) {
      assert.deepEqual(items(line), [{ text: '안녕하세요', translation: 'Hello' }], JSON.stringify(line));
    }
  });

  it('keeps an equals sign that is no translation', () => {
    for (const line of ['1 + 1 = 2', 'a=b', '삼 더하기 사 = 7', '= Hello', 'Hello =']) assert.deepEqual(items(line), [{ text: line.trim() }], line);
    assert.deepEqual(items('가 = 나\t'), [{ text: '가 = 나' }]);
    assert.deepEqual(items('가 = 나\tA is B'), [{ text: '가 = 나', translation: 'A is B' }]);
  });

  it('has lessons below their headings, until the next one, an empty one or another language', () => {
    const text = '[ko]\n하나\n## 1과 인사\n둘\n##Lesson 2\n셋\n##\n넷\n## 3\n다섯\n[en]\nSix\n[ko]\n일곱';
    assert.deepEqual(readSentenceList(text).sentences, {
      ko: [{ text: '하나' }, { text: '둘', lesson: '1과 인사' }, { text: '셋', lesson: 'Lesson 2' }, { text: '넷' }, { text: '다섯', lesson: '3' }, { text: '일곱' }],
      en: [{ text: 'Six' }],
    });
  });

  it('takes two signs for a remark above the first language, and ornaments everywhere', () =>
    assert.deepEqual(readSentenceList('## My list\n[ko]\n### a\n## ----\n하나').sentences, { ko: [{ text: '하나' }] }));

  it('tells the line of each sentence', () =>
    assert.deepEqual(readSentenceList('# x\n[ko]\n하나\n\n[en]\nTwo = 둘').lines, [
      { text: '하나', language: 'ko', line: 3 }, { text: 'Two', translation: '둘', language: 'en', line: 6 },
    ]));

  it('reads every old list as before: a bracketed pronunciation belongs to the sentence', () =>
    assert.deepEqual(items('깻잎 [깬닙]을 주세요'), [{ text: '깻잎 [깬닙]을 주세요' }]));
});
