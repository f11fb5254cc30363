import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvFile } from '../../../../base/table/csv';
import { splitRecords } from '../../../../base/table/records';
import { resultsCsv } from '../../../../page/src/progress/export/csv';
import { noon, result, word } from '../some-results';

describe('A CSV file', () => {
  it('begins with a byte-order mark, and has CRLF at the end of every line', () =>
    assert.equal(csvFile(['a', 'b'], [['x', 1], ['y', null]]), '\uFEFFa,b\r\nx,1\r\ny,\r\n'));

  it('quotes what RFC 4180 wants quoted, and nothing else', () =>
    assert.equal(csvFile(['a'], [['1, 2'], ['say "hi"'], ['two\nlines'], ['물; 차']]), '\uFEFFa\r\n"1, 2"\r\n"say ""hi"""\r\n"two\nlines"\r\n물; 차\r\n'));

  it('is read back as it was, but for line ends and formulas', () => {
    const field = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\s\uFEFF]+/g, ' ').trim()).filter((text) => !/^[=+\-@']/.test(text));
    fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read = splitRecords(csvFile(['a', 'b'], rows).slice(1).replace(/\r\n/g, '\n'), ',').map(({ fields }) => [...fields]);
      assert.deepEqual(read, [['a', 'b'], ...rows, ['']]);
    }));
  });

  it('holds no text that a spreadsheet takes for a formula', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")']) {
      const field = csvFile([], [[text]]).slice(3);
      assert.match(field, /^"?'/, JSON.stringify(text));
    }
    assert.equal(csvFile([], [[-5]]).slice(3), '-5\r\n');
  });
});

describe('The results as a CSV file', () => {
  it('have a row each, with what was weak', () => {
    const syllables = [{ text: '반', state: 'right' }, { text: '갑', state: 'wrong' }, { text: '습니다', state: 'right' }] as const;
    const given = [
      result({ when: noon('2026-12-02'), sentence: '=반갑습니다, 물', points: 71.26, words: [word('반갑습니다,', 60, { syllables }), { text: '물', state: 'left' }], hint: { contrast: 'tense', expected: '씀', said: '슴' } }),
      result({ when: noon('2026-12-03'), sentence: '물', points: null, verdict: 'clipped', words: [] }),
    ];
    assert.deepEqual(resultsCsv(given).slice(1).split('\r\n'), [
      'day,time,language,sentence,voice,verdict,points,weak words,weak syllables,expected,said',
      `2026-12-02,12:00:00,ko,"'=반갑습니다, 물",low,scored,71.3,"반갑습니다, 물",갑,씀,슴`,
      '2026-12-03,12:00:00,ko,물,low,clipped,,,,,',
      '',
    ]);
  });
});
