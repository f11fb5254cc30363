import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { PronError } from '../../base/errors';
import { parseTable } from '../../base/table/table';
import { spokenOrWritten, spokenText } from '../../language/spoken';

/** Letters and digits alone: marks and blanks are not heard. */
const heard = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** What is said, or `!CODE` of a refusal. */
function said(text: string, language: string): string {
  try {
    return spokenText(text, language).text;
  } catch (error) {
    if (!(error instanceof PronError)) throw error;
    return `!${error.code}`;
  }
}

describe('spokenText', () => {
  const table = parseTable(readFileSync(join(__dirname, 'spoken.tsv'), 'utf8'), 'spoken.tsv');

  for (const { fields } of table.rows) {
    const { input = '', language = '', expected = '', kind = '' } = fields;
    it(`reads ${JSON.stringify(input)} (${language}, ${kind})`, () => {
      const line = said(input.replaceAll('\\n', '\n'), language);
      if (expected.startsWith('!')) assert.equal(line, expected);
      else assert.ok(expected.split('|').some((one) => heard(one) === heard(line)), `${line} instead of ${expected}`);
    });
  }

  it('keeps each written word, with what is said for it', () => {
    const { words, text } = spokenText('1. 사과 3개', 'ko');
    assert.deepEqual(words.map(({ written, spoken }) => [written, spoken]), [['1.', ''], ['사과', '사과'], ['3개', '세 개']]);
    assert.equal(text, '사과 세 개');
  });

  it('writes the pronunciation of Korean beside its spelling', () => {
    const { words, pronounced } = spokenText('국물이 3개 있어요', 'ko');
    assert.deepEqual(words.map((word) => word.pronounced), ['궁무리', '세 개', '이써요']);
    assert.equal(pronounced, '궁무리 세 개 이써요');
  });

  it('takes the pronunciation from brackets where there is one', () => {
    const [word, bracket] = spokenText('깻잎 [깬닙]을', 'ko').words;
    assert.deepEqual(word, { written: '깻잎', spoken: '깻잎을', pronounced: '깬니블' });
    assert.equal(bracket?.spoken, '');
  });

  it('takes a zero-width space for a blank where a text has no other', () => {
    const written = (text: string): string[] => spokenText(text, 'ko').words.map((word) => word.written);
    assert.deepEqual(written('저는\u200b내일\u200b갑니다'), ['저는', '내일', '갑니다']);
    assert.deepEqual(written('도\u200b서관에 갑니다'), ['도서관에', '갑니다']);
    assert.deepEqual(written('저는\u3164갑니다'), ['저는', '갑니다']);
  });

  it('names what it can not read, and says what to write', () => {
    assert.throws(() => spokenText('홈페이지는 www.korea.kr 입니다', 'ko'), {
      code: 'PRON_TTS_UNREAD', message: /"www\.korea\.kr".*leave the address out/,
    });
    assert.throws(() => spokenText('결과는 3-4', 'ko'), { code: 'PRON_TTS_UNREAD', message: /"3-4".*"to" for a range/ });
  });

  it('passes a language without rules through', () => {
    assert.deepEqual(spokenText('Ich habe 3 Äpfel', 'de'), {
      words: ['Ich', 'habe', '3', 'Äpfel'].map((word) => ({ written: word, spoken: word })),
      text: 'Ich habe 3 Äpfel',
    });
  });

  it('reads the longest texts in a moment', () => {
    for (const text of ['1'.repeat(2000), '1-'.repeat(900), '가 '.repeat(900), '[가'.repeat(600), '*a '.repeat(600), '<'.repeat(1999) + 'a']) {
      for (const language of ['ko', 'en']) {
        const start = performance.now();
        said(text, language);
        assert.ok(performance.now() - start < 2000, `${text.slice(0, 9)} ${language}`);
      }
    }
  });

  it('reads a tag with an underscore or a region as its language', () => {
    assert.equal(spokenText('3개', 'ko_KR').text, '세 개');
    assert.equal(spokenText('3 cats', 'en-GB').text, 'three cats');
  });

  it('takes the words as they are written where they were recorded and can not be read', () => {
    assert.deepEqual(spokenOrWritten('www.korea.kr  보기', 'ko'), {
      words: [{ written: 'www.korea.kr', spoken: 'www.korea.kr' }, { written: '보기', spoken: '보기' }],
      text: 'www.korea.kr 보기',
    });
  });
});
