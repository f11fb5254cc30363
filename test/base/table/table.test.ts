import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { writtenField } from '../../../base/table/records';
import { parseTable, requireColumns } from '../../../base/table/table';

describe('A table', () => {
  const fieldsOf = (text: string) => parseTable(text, 'x.tsv').rows.map(({ fields }) => fields);

  it('names its fields by the header line', () => {
    const { columns, rows } = parseTable('learner\ttext\na.wav\tone two\nb.wav\tthree\n', 'x.tsv');
    assert.deepEqual(columns, ['learner', 'text']);
    assert.deepEqual(rows, [
      { line: 2, fields: { learner: 'a.wav', text: 'one two' } },
      { line: 3, fields: { learner: 'b.wav', text: 'three' } },
    ]);
  });

  it('may separate its fields by commas or semicolons, with quotes round a field that holds one', () => {
    const wanted = [{ learner: 'a.wav', text: 'yes, please; now', language: 'en' }];
    assert.deepEqual(fieldsOf('learner,text,language\na.wav,"yes, please; now",en\n'), wanted);
    assert.deepEqual(fieldsOf('learner;text;language\na.wav;"yes, please; now";en\n'), wanted);
    assert.deepEqual(fieldsOf('sep=;\n"Learner";"Text";"Language"\na.wav;"yes, please; now";en\n'), wanted);
    assert.deepEqual(fieldsOf('learner\ttext\tlanguage\na.wav\tyes, please; now\ten\n'), wanted);
  });

  it('reads quotes as a spreadsheet writes them', () => {
    assert.deepEqual(fieldsOf('text\twords\n"she said, ""no"""\t"[{""text"":""no""}]"\n'), [
      { text: 'she said, "no"', words: '[{"text":"no"}]' },
    ]);
  });

  it('takes a quote for a letter where it does not enclose the field', () => {
    assert.deepEqual(fieldsOf('text\twords\tsame\n"no", she said\t[{"text":"no"}]\t1\n"no\tx"\t0\n'), [
      { text: '"no", she said', words: '[{"text":"no"}]', same: '1' },
      { text: '"no', words: 'x"', same: '0' },
    ]);
  });

  it('counts the lines of a quoted field, and joins them', () => {
    const { rows } = parseTable('learner,text\na.wav,"one\n two"\nb.wav,three\n', 'x.csv');
    assert.deepEqual(rows, [
      { line: 2, fields: { learner: 'a.wav', text: 'one two' } },
      { line: 4, fields: { learner: 'b.wav', text: 'three' } },
    ]);
  });

  it('drops blanks round its fields, also those of a word processor', () => {
    assert.deepEqual(fieldsOf(' learner \ttext\u3000\n ../a.wav\u00A0\t " one" \n'), [{ learner: '../a.wav', text: 'one' }]);
  });

  it('knows its columns in capitals and with a blank, and leaves others as they are', () => {
    const { columns } = parseTable('Learner\tTEXT\tReference Words\tMy Class\talignmentcost\n', 'x.tsv');
    assert.deepEqual(columns, ['learner', 'text', 'reference_words', 'My Class', 'alignmentCost']);
  });

  it('passes over empty lines, and the empty columns and lines that a spreadsheet leaves at the end', () => {
    const { columns, rows } = parseTable('\nlearner\tsame\t\t\na.wav\t1\t\t\t\n\nb.wav\t0\n\t\t\n', 'x.tsv');
    assert.deepEqual(columns, ['learner', 'same']);
    assert.deepEqual(rows.map(({ line, fields }) => [line, fields['learner'], fields['same']]), [
      [3, 'a.wav', '1'],
      [5, 'b.wav', '0'],
    ]);
  });

  it('takes fields left out at the end of a line for empty', () => {
    assert.deepEqual(fieldsOf('a\tb\tc\n1\n'), [{ a: '1', b: '', c: '' }]);
  });

  it('refuses a line with more fields than the header, an empty table and a column named twice', () => {
    assert.throws(() => parseTable('a\tb\n1\t2\t3\n', 'x.tsv'), /Line 2 of x\.tsv has 3 fields, but the header names 2\.$/);
    assert.throws(() => parseTable('learner,text\na.wav,yes, please\n', 'x.csv'), /header names 2\. Put a field that holds "," into double quotes/);
    assert.throws(() => parseTable('', 'x.tsv'), /x\.tsv has no header line/);
    assert.throws(() => parseTable('text\tb\tText\n', 'x.tsv'), /names the column "text" twice/);
  });

  it('names all columns that are missing in one sentence', () => {
    const table = parseTable('path\tsame\n', 'x.tsv');
    assert.throws(() => requireColumns(table, 'x.tsv', ['learner', 'text', 'same']), {
      message: 'x.tsv lacks the columns learner, text; it has path, same.',
    });
    assert.throws(() => requireColumns(parseTable('learner text\n', 'x.tsv'), 'x.tsv', ['learner']), /Separate the columns by tabs/);
  });

  it('is read again as it was written', () => {
    for (const value of ['plain', '"quoted"', '"no", she said', 'a "b"', '[{"text":"no"}]', '""']) {
      assert.equal(fieldsOf(`text\tsame\n${writtenField(value)}\t1\n`)[0]?.['text'], value);
    }
  });
});
