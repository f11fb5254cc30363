import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json';
import type { FigureRecord } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { MEASURED } from '../../tools/figures/records';
import { recordedFigure } from '../../trials/bench/recorded';
import { growthFigures } from '../../trials/lib/record';
import { readDocument } from './documents';

describe('docs/figures.md', () => {
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
  it('has the command, the day, the machine, exact counts and three digits of anything else', async () => {
    const { recordFigures } = await import('../../tools/lib/record.mjs');
    const folder = mkdtempSync(join(tmpdir(), 'pron-record-'));
    try {
      recordFigures('trial', 'npm run trial', [{ name: 'runs', value: 20_000 }, { name: 'time', value: 117.43, unit: 'ms' }], folder);
      const { command, date, machine, figures } = JSON.parse(readFileSync(join(folder, 'trial.json'), 'utf8')) as FigureRecord;
      assert.equal(command, 'npm run trial');
      assert.match(date, /^\d{4}-\d\d-\d\d$/);
      assert.ok(machine.includes(`Node.js ${process.versions.node}`));
      assert.deepEqual(figures, [{ name: 'runs', value: 20_000 }, { name: 'time', value: 117, unit: 'ms' }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('takes of a figure of the bench the number that its target is about', () => {
    const times = { cpu: { median: 12, p95: 13, least: 11 }, wall: { median: 14, p95: 15, least: 13 } };
    const figure = { id: 'stages.total', name: 'three stages', unit: 'ms', ...times, target: { atMost: 16, of: 'wall' } } as const;
    assert.deepEqual(recordedFigure(figure, 0.5), {
      name: 'three stages, wall time, median (stages.total)',
      value: 14,
      unit: 'ms',
      target: 'at most 16 ms on the reference machine, where it is 7',
    });
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
