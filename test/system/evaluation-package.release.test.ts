import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, temporaryFolder } from './support/node-red';
import { npm, pack } from './support/pack';

describe('The commands evaluate and calibrate of an installed package', function () {
  this.timeout(180_000);
  let folder: string;

  before(() => {
    folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{ "name": "teacher", "private": true }');
    install(pack(folder).tarball);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const install = (...tarballs: string[]): string =>
    npm(folder, 'install', '--omit=optional', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs);
  const pronunciation = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'node_modules', '.bin', 'pronunciation'), ...args], { cwd: folder, encoding: 'utf8' });

  it('say in one sentence what to install where their package is missing', () => {
    for (const command of ['evaluate', 'calibrate']) {
      const { status, stdout, stderr } = pronunciation(command, '--help');
      assert.deepEqual([status, stdout], [1, '']);
      assert.equal(
        stderr,
        `The command ${command} is in a package of its own. Install it beside this one: npm install @makerspeech/pronunciation-evaluation\n`,
      );
    }
  });

  it('run where it is installed', () => {
    const made = join(folder, 'made');
    execFileSync(process.execPath, [join(ROOT, 'tools', 'evaluation-package.mjs'), made]);
    const [packed] = JSON.parse(npm(made, 'pack', '--json', '--pack-destination', folder)) as { filename: string; files: { path: string }[] }[];
    assert.ok(packed);
    const odd = packed.files.filter(({ path }) => !/\.js$|^(LICENSE|README\.md|package\.json)$/.test(path));
    assert.deepEqual(odd, []);
    install(join(folder, packed.filename));
    for (const command of ['evaluate', 'calibrate']) {
      const { status, stdout, stderr } = pronunciation(command, '--help');
      assert.equal(status, 0, stderr);
      assert.match(stdout, new RegExp(`^pronunciation ${command} `));
    }
    // A whole run, by the nodes' own package.
    const recording = join(ROOT, 'practice', 'recordings', 'ko-correct.wav');
    writeFileSync(join(folder, 'pairs.tsv'), `learner\treference\n${recording}\t${recording}\n`);
    const { status, stdout, stderr } = pronunciation('evaluate', '--pairs', 'pairs.tsv', '--json');
    assert.equal(status, 0, stderr);
    assert.equal((JSON.parse(stdout) as { n: number }).n, 1);
  });
});
