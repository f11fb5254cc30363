import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { besideTable, parseTable, requireColumns } from '../../evaluation/table';

describe('A table', () => {
  it('names its fields by the header line', () => {
    const { columns, rows } = parseTable('learner\ttext\na.wav\tone two\nb.wav\tthree\n', 'x.tsv');
    assert.deepEqual(columns, ['learner', 'text']);
    assert.deepEqual(rows, [
      { line: 2, fields: { learner: 'a.wav', text: 'one two' } },
      { line: 3, fields: { learner: 'b.wav', text: 'three' } },
    ]);
  });

  it('takes quotes, commas and spaces for what they are', () => {
    const { rows } = parseTable('text\twords\n"she said, ""no"""\t[{"text":"no"}] \n', 'x.tsv');
    assert.deepEqual(rows[0]?.fields, { text: '"she said, ""no"""', words: '[{"text":"no"}] ' });
  });

  it('tolerates a byte-order mark, CRLF, empty lines and a missing last line end', () => {
    const { columns, rows } = parseTable('\uFEFFlearner\tsame\r\na.wav\t1\r\n\r\nb.wav\t0', 'x.tsv');
    assert.deepEqual(columns, ['learner', 'same']);
    assert.deepEqual(rows.map(({ line, fields }) => [line, fields['learner'], fields['same']]), [
      [2, 'a.wav', '1'],
      [4, 'b.wav', '0'],
    ]);
  });

  it('takes fields left out at the end of a line for empty', () => {
    assert.deepEqual(parseTable('a\tb\tc\n1\n', 'x.tsv').rows[0]?.fields, { a: '1', b: '', c: '' });
  });

  it('refuses a line with more fields than the header, an empty table and a column named twice', () => {
    assert.throws(() => parseTable('a\tb\n1\t2\t3\n', 'x.tsv'), /Line 2 of x\.tsv has 3 fields, but the header names 2/);
    assert.throws(() => parseTable('', 'x.tsv'), /x\.tsv has no header line/);
    assert.throws(() => parseTable('a\tb\ta\n', 'x.tsv'), /names the column "a" twice/);
  });

  it('names all columns that are missing in one sentence', () => {
    const table = parseTable('path\tsame\n', 'x.tsv');
    assert.throws(() => requireColumns(table, 'x.tsv', ['learner', 'text', 'same']), {
      message: 'x.tsv lacks the columns learner, text; it has path, same.',
    });
  });

  it('finds its files beside itself, absolute paths anywhere', () => {
    assert.equal(besideTable('/data/set/pairs.tsv', 'audio/a.wav'), '/data/set/audio/a.wav');
    assert.equal(besideTable('/data/set/pairs.tsv', '/other/a.wav'), '/other/a.wav');
  });
});
