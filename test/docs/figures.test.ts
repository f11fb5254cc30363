import assert from 'node:assert/strict';
import manifest from '../../package.json';
import { figuresPage } from '../../tools/figures/page';
import { MEASURED } from '../../tools/figures/records';
import { recordedFigure } from '../../trials/bench/recorded';
import { growthFigures } from '../../trials/lib/record';
import { readDocument } from './documents';

describe('docs/figures.md', () => {
  it('is as `node tools/run.mjs tools/figures` writes it', () => {
    assert.equal(readDocument('docs/figures.md'), figuresPage(), 'run the command and commit what it writes');
  });

  it('has a section for each record, or names the command that writes it', () => {
    const page = readDocument('docs/figures.md');
    for (const [, title, command] of MEASURED) assert.ok(page.includes(`\n## ${title}\n`) || page.includes(`| ${title} | \`${command}\` |`), title);
  });

  it('names scripts that exist', () => {
    const scripts = MEASURED.map(([, , command]) => /npm run ([\w-]+)/.exec(command)?.[1]).filter((script) => script !== undefined);
    assert.deepEqual(scripts.filter((script) => !(script in manifest.scripts)), []);
  });
});

describe('A record of figures', () => {
  it('takes of a figure of the bench the number that its target is about', () => {
    const times = { cpu: { median: 12, p95: 13 }, wall: { median: 14, p95: 15 } };
    const figure = { id: 'stages.total', name: 'three stages', unit: 'ms', ...times, target: { atMost: 16, of: 'wall' } } as const;
    assert.deepEqual(recordedFigure(figure), { name: 'three stages, wall time, median (stages.total)', value: 14, unit: 'ms', target: 'at most 16 ms' });
  });

  it('has the growth of bytes in MB, and of everything else as a count', () => {
    const growth = { highest: [0, 0], isMissed: false } as const;
    const figures = growthFigures([
      { ...growth, name: 'engine', first: 100e6, second: 101.5e6, limit: 10e6, isBytes: true },
      { ...growth, name: 'open files', first: 20, second: 22, limit: 10, isBytes: false },
    ]);
    assert.deepEqual(figures.map(({ value, unit }) => [value, unit]), [[1.5, 'MB'], [2, undefined]]);
  });
});
