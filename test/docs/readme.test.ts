import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { exampleLines, readDocument } from './documents';

const MOST_FIGURES = 5;

describe('README.md', () => {
  it(`quotes at most ${MOST_FIGURES} figures, each as docs/figures.md has it`, () => {
    const section = /## How good it is([\s\S]*?)\n## /.exec(readDocument('README.md'))?.[1] ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| figure |'));
    assert.ok(rows.length > 0 && rows.length <= MOST_FIGURES);
    const figures = readDocument('docs/figures.md').split('\n');
    assert.deepEqual(rows.filter((row) => !figures.includes(row)), []);
  });

  it('says npm start and npm test within its first 25 lines', () => {
    const screen = readDocument('README.md').split('\n').slice(0, 25).join('\n');
    assert.match(screen, /^ {4}npm start/m);
    assert.match(screen, /^ {4}npm test/m);
  });
});

describe('The examples that a reader pastes', () => {
  for (const document of ['README.md', 'docs/command-line.md', 'docs/raspberry-pi.md', 'docs/troubleshooting.md']) {
    it(`${document}: name no file that has to be made up first`, () => {
      const lines = exampleLines(document);
      const files = lines.flatMap((line) => [...line.matchAll(/--(?:learner|reference) (\S+)/g)].map(([, file = '']) => file));
      assert.deepEqual(files.filter((file) => !existsSync(join(packageRoot(), file))), []);
      assert.deepEqual(lines.filter((line) => /path\/to|\bFOLDER\b|\bFILE\b|\bNAME\b|X\.Y\.Z/i.test(line)), []);
    });
  }
});
