import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRecordings } from '../../../evaluation/phones/school-recordings';
import { temporaryFolder, writeTable } from '../../cli/support';

describe("A school's recordings", () => {
  const folder = temporaryFolder();
  const school = (name: string, files: Readonly<Record<string, string>>): string => {
    const own = join(folder, name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(own, file, '..'), { recursive: true });
      writeFileSync(join(own, file), text);
    }
    return own;
  };

  it('have their texts beside them, and a folder is a speaker', async () => {
    const own = school('beside', { 'anna/1.wav': '', 'anna/1.txt': '안녕하세요\n', 'b.MP3': '', 'b.txt': '네', 'c.wav': '', 'notes.txt': 'x' });
    const { recordings, without } = await findRecordings(own, undefined);
    assert.deepEqual(recordings.map(({ name, text, speaker }) => [name, text, speaker]), [['anna/1.wav', '안녕하세요', 'anna'], ['b.MP3', '네', '']]);
    assert.deepEqual(without, ['c.wav']);
  });

  it('are those of the one table in the folder', async () => {
    const own = school('table', { 'a.wav': '', 'x/b.wav': '' });
    writeTable(own, 'texts.tsv', [['file', 'text', 'speaker'], ['a.wav', '안녕', 'kim'], ['x/b.wav', '', 'lee']]);
    const { recordings, without } = await findRecordings(own, undefined);
    assert.deepEqual(recordings, [{ path: join(own, 'a.wav'), name: 'a.wav', text: '안녕', speaker: 'kim' }]);
    assert.deepEqual(without, ['x/b.wav']);
    writeTable(own, 'more.csv', [['file', 'text'], ['x/b.wav', '네']]);
    await assert.rejects(findRecordings(own, undefined), /several tables.*more\.csv, texts\.tsv/);
    assert.deepEqual((await findRecordings(own, join(own, 'texts.tsv'))).recordings.length, 1);
  });

  it('must be in a folder that is there, and in a table with the columns', async () => {
    await assert.rejects(findRecordings(join(folder, 'none'), undefined), /There is no folder .*none/);
    const own = school('columns', {});
    mkdirSync(own, { recursive: true });
    writeTable(own, 'texts.tsv', [['sound', 'text'], ['a.wav', '안녕']]);
    await assert.rejects(findRecordings(own, undefined), /file/);
  });
});
