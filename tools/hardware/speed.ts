import type { BudgetLine } from '../../trials/bench/budget';
import type { Section } from '../../trials/bench/figure';
import { recordedFigure } from '../../trials/bench/recorded';
import { jsonOf } from './commands';
import { boardHere } from './machine';
import { waitForEnter } from './question';
import type { Step } from './step';

/** As `npm run bench -- --json` prints it. */
interface BenchReport {
  readonly yardstickMs: number;
  readonly sections: readonly Section[];
  readonly budget: { readonly lines: readonly BudgetLine[] } | null;
}

/** The short bench, and on a board with a budget how much of it is kept. */
export const speed: Step = {
  title: 'Speed (some minutes)',
  run: async () => {
    await waitForEnter('  End the Node-RED in the other terminal with Ctrl+C: the bench has to be alone.');
    const board = boardHere();
    const budget = board === undefined ? [] : ['--budget', board];
    const report = jsonOf('tools/run.mjs', 'trials/bench', '--short', '--json', ...budget) as BenchReport;
    const lines = report.budget?.lines ?? [];
    const kept = lines.filter(({ verdict }) => verdict === 'passed').length;
    const measured = lines.filter(({ verdict }) => verdict !== 'not here').length;
    return {
      figures: [
        { name: 'yardstick', value: report.yardstickMs, unit: 'ms' },
        ...(board === undefined ? [] : [{ name: `budget of ${board}: figures within it`, value: kept, target: String(measured) }]),
        ...report.sections.flatMap(({ figures }) => figures.map(recordedFigure)),
      ],
      missing: board === undefined ? ['There is no budget for this machine: the bench knows the Pi 3, 4, 5 and Zero 2 W.'] : [],
    };
  },
};
