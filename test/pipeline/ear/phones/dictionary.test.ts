import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pronunciationsOf, readDictionary } from '../../../../pipeline/ear/phones/dictionary';

const small = readDictionary(Buffer.from("# words\na AH\na EY\nbus B AH S\ncat K AE T\nzoo Z UW\n"));
const said = (found: readonly (readonly string[])[]): string[] => found.map((phones) => phones.join(' '));

describe('A dictionary of pronunciations', () => {
  it('gives all pronunciations of a word, at the beginning, in the middle and at the end of the file', () => {
    assert.deepEqual(said(small('a')), ['AH', 'EY']);
    assert.deepEqual(said(small('cat')), ['K AE T']);
    assert.deepEqual(said(small('zoo')), ['Z UW']);
  });

  it('gives none of a word that it does not know', () => {
    for (const word of ['', 'aa', 'ca', 'cats', 'zz', '고양이', '# words']) assert.deepEqual(small(word), [], word);
  });

  it('takes words as people write them', () => {
    assert.deepEqual(said(pronunciationsOf('Cat', small)), ['K AE T']);
    assert.deepEqual(said(pronunciationsOf('cat’s', small)), ['K AE T S']);
    assert.deepEqual(said(pronunciationsOf("ZOO'S", small)), ['Z UW Z']);
    assert.deepEqual(said(pronunciationsOf("bus's", small)), ['B AH S IH Z']);
    assert.deepEqual(pronunciationsOf("dog's", small), []);
  });

  it('finds every word of the English one', () => {
    const text = gunzipSync(readFileSync(join('ear', 'english.txt.gz')));
    const english = readDictionary(text);
    const lines = text.toString('latin1').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (let i = 0; i < lines.length; i += 97) {
      const [word = '', ...phones] = (lines[i] as string).split(' ');
      assert.ok(said(english(word)).includes(phones.join(' ')), word);
    }
  });
});
