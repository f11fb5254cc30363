import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { pronunciation, syllables, temporaryFolder, writeTable, writeWav } from '../cli/support';

describe('pronunciation evaluate --report', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  let pairs = '';

  before(() => {
    for (const seed of [1, 2]) writeWav(folder, `s${seed}.wav`, syllables(1.2, seed));
    pairs = writeTable(folder, 'pairs.tsv', [
      ['learner', 'reference', 'human', 'speaker', 'L1'],
      ['s1.wav', 's1.wav', '9', 'anna', 'yue'],
      ['s2.wav', 's1.wav', '4', 'bo', 'cmn'],
    ]);
  });

  it('answers a file that can not be written, and other mistakes, before it measures anything', async () => {
    const missing = join(folder, 'none', 'report.html');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['--report', missing], /^There is no folder .*none for --report; make it first\.$/],
      [['--report', folder], /^--report names the folder/],
      [['--report', pairs], /^--report and --pairs name the same file/],
      [['--report', join(folder, 'a'), '--details', join(folder, 'a')], /^--details and --report name the same file/],
      [['--group-by', 'class'], /lacks the column class; it has learner, reference, human, speaker, L1\.$/],
      [['--scale', '5-1'], /^--scale is "5-1"/],
    ];
    for (const [args, sentence] of cases) {
      // A model that is not there would be the next complaint.
      const { code, stdout, stderr } = await pronunciation(['evaluate', '--pairs', pairs, '--model', 'none', ...args]);
      assert.deepEqual([code, stdout], [1, ''], args.join(' '));
      assert.match(stderr.trim(), sentence);
    }
    assert.ok(readFileSync(pairs, 'utf8').startsWith('learner\t'));
  });

  it('has a table for each column that was asked for', async () => {
    const report = join(folder, 'report.html');
    const args = ['--pairs', pairs, '--report', report, '--group-by', 'L1', '--json', '--jobs', '1'];
    const { code, stdout, stderr } = await pronunciation(['evaluate', ...args]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(Object.keys(JSON.parse(stdout).groups.by), ['speaker', 'L1']);
    assert.match(readFileSync(report, 'utf8'), /<caption>L1: /);
  });

  it('writes a page also where no pair could be measured, and says so', async () => {
    const none = writeTable(folder, 'none.tsv', [['learner', 'reference']]);
    const report = join(folder, 'none.html');
    const { code } = await pronunciation(['evaluate', '--pairs', none, '--report', report]);
    assert.equal(code, 1);
    assert.ok(existsSync(report));
    assert.match(readFileSync(report, 'utf8'), /No pair could be measured/);
  });
});
