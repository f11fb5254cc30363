import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { packageRoot } from '../../base/package-root';
import { pronunciation, temporaryFolder } from './support';

const COMMANDS = ['score', 'spell', 'doctor', 'train-pictures', 'evaluate', 'calibrate'];

describe('The command line', function () {
  this.timeout(240_000);

  it('lists its commands with --help and exit code 0, on stderr and with 1 where no command is given', async () => {
    const [asked, none] = await Promise.all([pronunciation(['--help']), pronunciation([])]);
    assert.equal(asked.code, 0);
    assert.equal(asked.stderr, '');
    for (const name of COMMANDS) assert.match(asked.stdout, new RegExp(`^  ${name} `, 'm'));
    assert.deepEqual([none.code, none.stdout, none.stderr], [1, '', asked.stdout]);
  });

  it('tells the options of each command with --help, whatever else is given', async () => {
    for (const name of COMMANDS) {
      const { code, stdout, stderr } = await pronunciation([name, '--nonsense', '--help']);
      assert.equal(code, 0);
      assert.equal(stderr, '');
      assert.match(stdout, new RegExp(`^pronunciation ${name} [\\[("]?(?:--|TEXT)`));
    }
  });

  it('names the commands where it is given another word', async () => {
    const { code, stdout, stderr } = await pronunciation(['grade']);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.equal(stderr, 'There is no command "grade"; choose one of score, hear, spell, doctor, certificate, train-pictures, evaluate, calibrate, train-phones.\n');
  });

  it('says in one sentence that it is to be built, where it is not', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'bin'));
    copyFileSync(join(packageRoot(), 'bin', 'pronunciation.js'), join(folder, 'bin', 'pronunciation.js'));
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [join(folder, 'bin', 'pronunciation.js'), 'score'], (error, _stdout, text) => {
        resolve({ code: error?.code, stderr: text });
      });
    });
    assert.equal(code, 1);
    assert.equal(stderr, 'The command line is not compiled yet: run `npm run build` first.\n');
  });
});
