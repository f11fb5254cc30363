import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { packageRoot } from '../../../base/package-root';
import { csvFile } from '../../../base/table/csv';
import { zipFile } from '../../../page/src/zip/write';
import { importList } from '../../../page/src/lists/import-list';

const fixture = (name: string): Uint8Array => readFileSync(join(packageRoot(), 'test', 'fixtures', 'lists', name));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
/** What is in a file, in short. */
async function found(bytes: Uint8Array | string, name = 'list.txt', language = 'ko'): Promise<{ items: string[]; problems: unknown[] }> {
  const { items, problems } = await importList(typeof bytes === 'string' ? utf8(bytes) : bytes, name, language);
  return {
    items: items.map(({ language: own, text, translation = '', lesson = '', row }) => `${row} ${own} ${lesson}|${text}|${translation}`),
    problems: problems.map((problem) => ('row' in problem ? `${problem.row} ${problem.kind} ${problem.text}` : problem.kind)),
  };
}

describe('A text file of sentences', () => {
  it('has a sentence a line, commas and all', async () =>
    assert.deepEqual(await found('안녕하세요, 저는 학생입니다\n\n네, 맞아요\n'), { items: ['1 ko |안녕하세요, 저는 학생입니다|', '3 ko |네, 맞아요|'], problems: [] }));

  it('may have lessons, remarks and translations as the list of the page has them', async () =>
    assert.deepEqual(await found('# mine\n## 1과\n안녕하세요 = Hello\n???\n'), { items: ['3 ko 1과|안녕하세요|Hello'], problems: ['4 letters ???'] }));

  it('may be a list of the page, with languages of its own', async () =>
    assert.deepEqual(await found('[en]\nHello, you\n[xx]\nlost\n[한국어]\n물\t water\n', 'list.csv'), { items: ['2 en |Hello, you|', '6 ko |물|water'], problems: ['3 heading [xx]'] }));

  it('is read in the encodings that editors write', async () => {
    const text = '안녕하세요. 만나서 반갑습니다.\n감사합니다.\n';
    const expected = ['1 ko |안녕하세요. 만나서 반갑습니다.|', '2 ko |감사합니다.|'];
    for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), utf16(text), utf8(text.replaceAll('\n', '\r\n')), utf8(text.normalize('NFD'))]) {
      assert.deepEqual((await found(bytes)).items, expected);
    }
    const cp949 = await found(fixture('korean-windows-cp949.txt'));
    assert.ok(cp949.items.length > 0 && cp949.items.some((item) => /[가-힣]/.test(item)));
    assert.deepEqual(await found(Buffer.from('Il fait très beau à Genève aujourd’hui\n'.replace('’', '\x92'), 'latin1'), 'a.txt', 'fr'),
      { items: ['1 fr |Il fait très beau à Genève aujourd’hui|'], problems: [] });
  });

  it('is told where it can not be read', async () => {
    assert.deepEqual((await found('%PDF-1.7 x')).problems, ['document']);
    assert.deepEqual((await found(new Uint8Array([0x96, 0x77, 0x8b, 0x43, 0x92, 0x86, 0x83, 0x93, 0x81, 0x63]))).problems, ['encoding']);
    assert.deepEqual((await found('물\uFFFD')).problems, ['lost']);
    assert.deepEqual((await found('\n\n')).problems, ['empty']);
  });
});

describe('A table of sentences', () => {
  it('may name its columns in English or in Korean, in any order', async () => {
    const expected = ['2 ko 1과|물 주세요|Water, please', '3 ko 1과|안녕하세요|Hello'];
    for (const header of ['Lesson,Translation,Sentence', '과,뜻,문장', '단원,영어,한국어', ' LESSON , English , Korean ']) {
      assert.deepEqual(await found(`${header}\n1과,"Water, please",물 주세요\n,Hello,안녕하세요\n`, 'list.csv'), { items: expected, problems: [] }, header);
      assert.deepEqual((await found(`${header}\n1과,"Water, please",물 주세요\n,Hello,안녕하세요\n`.replace(header, header.replaceAll(',', ';')).replace(/,(물|안)/g, ';$1').replace(/^(1과|),/gm, '$1;'), 'list.csv')).items, expected, header);
    }
  });

  it('is guessed by what its columns hold where they have no names', async () => {
    assert.deepEqual(await found('Lesson 1\tWater, please\t물 주세요\nLesson 1\tHello\t안녕하세요\n'), { items: ['1 ko Lesson 1|물 주세요|Water, please', '2 ko Lesson 1|안녕하세요|Hello'], problems: [] });
    assert.deepEqual((await found('물 주세요,Water\n안녕하세요,Hello\n', 'a.csv')).items, ['1 ko |물 주세요|Water', '2 ko |안녕하세요|Hello']);
    assert.deepEqual((await found('물 주세요\tWater\n안녕하세요\tHello\n', 'a.txt', 'en')).items, ['1 en |Water|물 주세요', '2 en |Hello|안녕하세요']);
    const numbered = Array.from({ length: 9 }, (_, i) => `${i + 1}\t${Math.floor(i / 3) + 1}\t문장 ${'가나다라마바사아자'.charAt(i)}\n`).join('');
    assert.deepEqual((await found(numbered)).items.slice(2, 4), ['3 ko 1|문장 다|', '4 ko 2|문장 라|']);
  });

  it('follows the delimiter that Excel names', async () => assert.deepEqual((await found('sep=;\n문장;뜻\n물;Water\n')).items, ['3 ko |물|Water']));

  it('may have a language for each row', async () =>
    assert.deepEqual(await found('sentence,language\nHello,English\n물,ko\nx,klingonese\n', 'a.csv'), { items: ['2 en |Hello|', '3 ko |물|'], problems: ['4 language klingonese'] }));

  it('may have a column of pronunciations, which become brackets where the rules say otherwise', async () => {
    const table = '문장,발음\n"깻잎을, 주세요!",깬니플 주세요\n좋네요.,[존네요]\n송별연,[송벼련]\n물,차 주세요\n물고기,말고기\n';
    assert.deepEqual(await found(table, 'a.csv'), {
      items: ['2 ko |깻잎을, 주세요!|', '3 ko |좋네요.|', '4 ko |송별연|', '5 ko |물|', '6 ko |물고기|'],
      problems: ['5 pronunciation 차 주세요', '6 pronunciation 말고기'],
    });
    assert.deepEqual((await found('문장,발음\n참 맛있어요.,참 마디써요\n', 'a.csv')).items, ['2 ko |참 맛있어요[마디써요].|']);
    assert.deepEqual((await found('sentence,pronunciation\nHello,həˈloʊ\n', 'a.csv', 'en')), { items: ['2 en |Hello|'], problems: ['2 pronunciation həˈloʊ'] });
  });

  it('tells row by row what it can not take', async () =>
    assert.deepEqual(await found('문장,뜻\n물,Water\n,alone\n!!,\n물,again\nПривет,hi\n,\n', 'a.csv'), {
      items: ['2 ko |물|Water'],
      problems: ['3 sentence alone', '4 letters !!', '5 twice 물', '6 unspeakable Привет'],
    }));

  it('is told where no column holds sentences', async () => assert.deepEqual((await found('1,2\n3,4\n', 'a.csv')).problems, ['columns']));

  it('is read as a spreadsheet has written it', async () => {
    const text = fc.array(fc.constantFrom('물', '차', '안녕하세요', ',', '"', ';', '밥'), { minLength: 1, maxLength: 6 }).map((parts) => `가${parts.join(' ')}`);
    await fc.assert(fc.asyncProperty(fc.uniqueArray(text, { minLength: 1 }), async (sentences) => {
      const file = csvFile(['문장', '번역'], sentences.map((sentence, i) => [sentence, `no ${i}, "x"`]));
      const { items, problems } = await importList(utf8(file), 'a.csv', 'ko');
      assert.deepEqual([items.map((one) => one.text), items.map((one) => one.translation), problems], [sentences, sentences.map((_, i) => `no ${i}, "x"`), []]);
    }), { numRuns: 50 });
  });

  it('may have 1,000 rows', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `문장 ${'가나다라마바사아자차'.charAt(i % 10)}${'각난달람밥삿앙잦찿칵'.charAt(Math.floor(i / 10) % 10)}${'간갇갈감갑갓강갖갗갘'.charAt(Math.floor(i / 100))}\tsentence ${i}`);
    assert.equal((await found(rows.join('\n'))).items.length, 1000);
  });
});

describe('A spreadsheet of sentences', () => {
  it('may be an XLSX file: the first sheet with text, without remarks, in any font', async () =>
    assert.deepEqual(await found(fixture('openpyxl.xlsx'), 'list.xlsx'), {
      items: ['2 ko 1과|날씨가 좋네요|The weather is nice', '3 ko 1과|깻잎을 주세요|Perilla leaves, please', '6 ko 2과|물 한 잔 주세요|"Water" & <tea> please'],
      problems: ['4 sentence a translation alone', '7 letters ???', '8 twice 날씨가 좋네요'],
    }));

  it('may be an ODS file, with its numbers of rows', async () =>
    assert.deepEqual(await found(fixture('odfpy.ods'), 'list.ods'), {
      items: ['2 ko 1|날씨가 좋네요|The weather is nice', '6 ko 2|물 한 잔 주세요|Water & tea'], problems: [],
    }));

  it('is told where it is damaged, cut or another kind of archive', async () => {
    const whole = fixture('openpyxl.xlsx');
    const sheet = Buffer.from(whole).indexOf('xl/worksheets/sheet2.xml') + 60;
    for (const bytes of [whole.subarray(0, 3000), whole.subarray(0, 30), Buffer.concat([whole.subarray(0, sheet), new Uint8Array(20), whole.subarray(sheet + 20)]), zipFile([{ name: 'a', bytes: new Uint8Array() }], new Date())]) {
      assert.deepEqual(await found(bytes, 'a.xlsx'), { items: [], problems: ['damaged'] });
    }
  });

  it('never throws, whatever bytes are changed', async () => {
    const whole = fixture('odfpy.ods');
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 5), fc.nat(255)), { maxLength: 5 }), async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes) bytes[at + 4] = value;
      const { items, problems } = await importList(bytes, 'a.ods', 'ko');
      assert.ok(items.length + problems.length > 0);
    }), { numRuns: 200 });
  });
});
