import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import { PARTS } from '../../../trials/bench/arguments';
import type { Budget } from '../../../trials/bench/budget';
import type { Figure, Verdict } from '../../../trials/bench/figure';

interface Told {
  readonly yardstickMs: number;
  readonly sections: readonly { readonly figures: readonly (Figure & { readonly verdict: Verdict | null })[] }[];
  readonly budget: Budget;
}

const ROOT = join(__dirname, '..', '..', '..');
const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'tools', 'run.mjs'), 'trials/bench', ...args], { cwd: ROOT, maxBuffer: 1e7 });

describe('npm run bench', function () {
  this.timeout(180_000);

  it('measures what it is asked for and gives it as JSON', async () => {
    const { stdout } = await bench('--short', '--json', '--only', 'stages', '--budget', 'pi3');
    const { yardstickMs, sections, budget } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Told;
    const figures = new Map(sections.flatMap((section) => section.figures.map((figure) => [figure.id, figure])));
    assert.ok(yardstickMs > 0);
    for (const id of ['stages.noise.1s', 'stages.vad.3s', 'stages.mel.3s', 'stages.together.3s', 'comparison.wasm.kept.3s', 'comparison.native.new.1s']) {
      const { cpu, wall } = figures.get(id) ?? {};
      assert.ok(cpu && wall && cpu.median > 0 && cpu.p95 >= cpu.median && wall.median > 0, id);
    }
    // A ratio to what another day or another machine measured says nothing.
    const ratios = [...figures.values()].filter(({ unit }) => unit === 'times');
    assert.deepEqual(ratios.filter(({ id }) => !id.startsWith('growth.')), []);
    assert.match(String(figures.get('stages.together.3s')?.verdict), /^(passed|MISSED)$/);
    assert.ok(budget.lines.some(({ id }) => id === 'stages.together.3s'));
  });

  it('tells its options, and which argument is wrong', async () => {
    const { stdout } = await bench('--help');
    for (const option of ['--short', '--json', '--only', '--budget', '--check', ...PARTS]) assert.ok(stdout.includes(option), option);
    await assert.rejects(bench('--budget', 'pi9'), /no budget for "pi9"/);
  });
});
