import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBeside } from '../../../evaluation/table/beside';

describe('A file that a table names', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pron-table-'));
    mkdirSync(join(folder, '녹음'));
    mkdirSync(join(folder, 'mac'.normalize('NFC')));
    for (const name of ['녹음/한글 파일.wav', `mac/${'가나'.normalize('NFD')}.wav`, 'mac/Take.WAV', 'two.wav', 'TWO.wav', 'back\\slash.wav']) {
      writeFileSync(join(folder, name), '');
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  const found = async (path: string) => (await findBeside(join(folder, 'pairs.tsv'), path)).slice(folder.length + 1);

  it('is found beside the table, an absolute path anywhere', async () => {
    assert.equal(await found('녹음/한글 파일.wav'), '녹음/한글 파일.wav');
    assert.equal(await found(join(folder, 'two.wav')), 'two.wav');
  });

  it('is found where its name or its folder is decomposed, in the table or on the disk', async () => {
    assert.equal(await found('녹음/한글 파일.wav'.normalize('NFD')), '녹음/한글 파일.wav');
    assert.equal(await found('mac/가나.wav'), `mac/${'가나'.normalize('NFD')}.wav`);
  });

  it('is found by a path with backslashes, and by one with other capitals', async () => {
    assert.equal(await found('녹음\\한글 파일.wav'), '녹음/한글 파일.wav');
    assert.equal(await found('Mac\\take.wav'), 'mac/Take.WAV');
    assert.equal(await found('back\\slash.wav'), 'back\\slash.wav');
  });

  it('is not guessed at where two names differ from it by capitals', async () => {
    assert.equal(await found('two.wav'), 'two.wav');
    assert.equal(await found('Two.wav'), 'Two.wav');
  });

  it('is told as the table has it where it is missing', async () => {
    assert.equal(await found('no/such.wav'), 'no/such.wav');
    assert.equal(await findBeside(join(folder, 'pairs.tsv'), '/no/such.wav'), '/no/such.wav');
  });
});
