import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { checkOutputFile } from '../../base/command-line/output-file';
import { temporaryFolder } from '../cli/support';

describe('An output file, before the work', () => {
  const folder = temporaryFolder();

  it('may be new or there already, and the check changes neither', async () => {
    const fresh = join(folder, 'new.html');
    await checkOutputFile('report', fresh);
    assert.ok(!existsSync(fresh));
    const old = join(folder, 'old.html');
    writeFileSync(old, 'what was there');
    await checkOutputFile('report', old);
    assert.equal(readFileSync(old, 'utf8'), 'what was there');
  });

  it('must be a file in a folder that is there', async () => {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'file'), '');
    await assert.rejects(checkOutputFile('report', join(folder, 'sub')), /^UsageError: --report names the folder .*; name a file in it\.$/);
    await assert.rejects(checkOutputFile('report', join(folder, 'none', 'x.html')), /^UsageError: There is no folder .*none for --report; make it first\.$/);
    await assert.rejects(checkOutputFile('details', join(folder, 'file', 'x.tsv')), /^UsageError: --details can't be written to .*ENOTDIR/);
  });
});
