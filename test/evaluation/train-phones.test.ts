import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pronunciation, temporaryFolder, writeWav } from '../cli/support';

// Training itself is in train-phones.release.test.ts: it takes a minute.
describe('pronunciation train-phones', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  it('says what is missing', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const run = (...args: string[]) => pronunciation(['train-phones', '--out', join(folder, 'no'), ...args]);
    assert.match((await run()).stderr, /^--recordings is missing/);
    assert.match((await run('--recordings', empty)).stderr, /^There are no recordings\./);
    writeWav(empty, 'a.wav', new Float32Array(16000));
    assert.match((await run('--recordings', empty)).stderr, /^None of the 1 recordings has a text/);
    writeFileSync(join(empty, 'a.txt'), '안녕하세요');
    const { code, stderr } = await run('--recordings', empty);
    assert.equal(code, 1);
    assert.match(stderr, /There are 0 sounds in 0 recordings that can be used; at least 200 in 5 are needed/);
  });
});
