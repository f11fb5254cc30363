import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPair } from '../../evaluation/pair';
import { readTable } from '../../base/table/table';
import { pronunciation, syllables, temporaryFolder, writeWav } from '../cli/support';

const FIXTURES = join(__dirname, '..', 'fixtures', 'tables');
const TEXT = '저는 내일 친구와 함께 도서관에 갑니다';

describe('A table of pairs from another computer', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const tables = join(folder, 'tables');

  before(() => {
    for (const name of ['wav', 'tables']) mkdirSync(join(folder, name));
    writeWav(join(folder, 'wav'), 'base.wav', syllables(2, 1));
    copyFileSync(join(folder, 'wav', 'base.wav'), join(tables, '한글 파일.wav'));
    for (const name of readdirSync(FIXTURES)) copyFileSync(join(FIXTURES, name), join(tables, name));
    writeFileSync(join(tables, 'semicolons.csv'), `\uFEFFLearner;Text;Language;Human\r\n"..\\wav\\Base.wav";"${TEXT}";ko;"8,0"\r\n;;;\r\n`);
  });

  for (const name of [...readdirSync(FIXTURES), 'semicolons.csv']) {
    it(`is read: ${name}`, async () => {
      const path = join(tables, name);
      const { rows } = await readTable(path);
      assert.equal(rows.length, 1);
      const { learner, reference, human } = await readPair(rows[0] ?? { line: 0, fields: {} }, path);
      assert.deepEqual({ reference, human }, { reference: { text: TEXT, language: 'ko' }, human: 8 });
      assert.ok(realpathSync(learner).endsWith('.wav'));
    });
  }

  it('is evaluated, with a note that it is not UTF-8', async () => {
    const { code, stdout, stderr } = await pronunciation(['evaluate', '--pairs', join(tables, 'korean-windows-cp949.tsv'), '--json']);
    assert.equal(code, 0, stderr);
    assert.equal((JSON.parse(stdout) as { n: number }).n, 1);
    assert.match(stderr, /korean-windows-cp949\.tsv is not UTF-8; it is read as CP949\./);
  });

  it('is refused with one sentence where its letters can\'t be told', async () => {
    for (const [bytes, message] of [
      [Buffer.concat([Buffer.from('learner\ttext\n'), Buffer.from('c4e3bac3', 'hex')]), /Save it as UTF-8/],
      [Buffer.from('PK\x03\x04'), /is a spreadsheet or another document/],
      [Buffer.from('learner\ttext\n\uFFFD\uFFFD\n'), /lost letters when it was saved/],
    ] as const) {
      writeFileSync(join(tables, 'unsure.tsv'), bytes);
      await assert.rejects(readTable(join(tables, 'unsure.tsv')), { name: 'UsageError', message });
    }
  });

  it('gives no score for a text whose letters became question marks', async () => {
    const row = { line: 2, fields: { learner: 'a.wav', text: '??? ??', language: 'ko' } };
    await assert.rejects(readPair(row, join(tables, 'marks.tsv')), /has the text "\?\?\? \?\?", in which nothing can be said; save the table as UTF-8/);
  });
});
