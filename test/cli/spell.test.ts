import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { pronunciation, temporaryFolder } from './support';

describe('pronunciation spell', function () {
  this.timeout(60_000);

  it('prints what is said for a Korean text, and how it sounds', async () => {
    const { code, stdout, stderr } = await pronunciation(['spell', '국물이 3개']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, [
      'Spoken    국물이 세 개',
      'Sounds    궁무리 세 개',
      'Words     국물이  궁-무-리  k0 uu ng mm uu rr ii',
      '          3개  세 개  세-개  s0 ee k0 qq',
      '',
    ].join('\n'));
  });

  it('prints the words of an English text, and JSON', async () => {
    const { stdout } = await pronunciation(['spell', 'It costs $5', '--json']);
    const { text, words } = JSON.parse(stdout) as { text: string; words: unknown[] };
    assert.equal(text, 'It costs five dollars');
    assert.deepEqual(words.at(-1), { written: '$5', spoken: 'five dollars' });
  });

  it('adds columns to a table, and names the rows that can not be read', async () => {
    const [table, output] = [join(temporaryFolder(), 'in.tsv'), join(temporaryFolder(), 'out.tsv')];
    writeFileSync(table, 'input\tlanguage\tnote\n국물 2개\tko\ta\nwww.a.com\ten\tb\n$5\ten\tc\n');
    const { code, stderr } = await pronunciation(['spell', '--table', table, '--output', output]);
    assert.equal(code, 1);
    assert.match(stderr, /^Line 3: The text holds "www\.a\.com".*\n$/);
    assert.equal(
      readFileSync(output, 'utf8'),
      'input\tlanguage\tnote\tspoken\tpronounced\n국물 2개\tko\ta\t국물 두 개\t궁물 두 개\nwww.a.com\ten\tb\t\t\n$5\ten\tc\tfive dollars\t\n',
    );
  });

  it('says what is wrong with what it was given', async () => {
    const table = join(temporaryFolder(), 'in.tsv');
    writeFileSync(table, 'learner\tlanguage\na.wav\tko\n');
    for (const [args, sentence] of [
      [['spell'], /Give either a text in quotes or --table/],
      [['spell', 'a', 'b'], /Give either a text in quotes or --table/],
      [['spell', '--table', table], /lacks a column text or input; it has learner, language/],
      [['spell', 'a', '--output', 'x'], /--output is for --table/],
      [['spell', '12-34', '--language', 'ko'], /"12-34"/],
    ] as const) {
      const { code, stderr } = await pronunciation([...args]);
      assert.equal(code, 1);
      assert.match(stderr, sentence);
    }
  });
});
