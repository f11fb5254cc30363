import { countOption, readOptions } from '../../base/command-line/options';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { classRun } from './class-run';
import { faultsOf } from './faults';

const help = `npm run class -- [OPTIONS]

Learners of one class practise side by side at the dashboard of a real Node-RED with the practice flow. Some TCP connections
are cut, and Node-RED is ended by SIGKILL and started again. Some learners leave for others, and everybody tries to take a
neighbour's name. Every confirmed result must be in the class's file once, under the right name.

  --learners N  default: 50
  --tries N     of each learner, default: 20
  --cuts N      power cuts, default: 2
  --seed N      default: 1
  ${RECORD_HELP}
`;

async function main(argv: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = readOptions('class', argv, { learners: text, tries: text, cuts: text, seed: text, ...RECORD_OPTION, help: { type: 'boolean', default: false } });
  if (options.help) return void process.stdout.write(help);
  const plan = {
    learners: countOption('learners', options.learners, 50, 2, 80),
    tries: countOption('tries', options.tries, 20, 2, 500),
    powerCuts: countOption('cuts', options.cuts, 2, 0, 20),
    seed: countOption('seed', options.seed, 1, 1, 1e9),
  };
  process.stdout.write(`${plan.learners} learners, ${plan.tries} tries each, ${plan.powerCuts} power cuts, seed ${plan.seed}:\n`);
  const figures = await classRun(plan);
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`  ${name}: ${JSON.stringify(value)}\n`);
  const faults = faultsOf(figures, plan);
  process.stdout.write(`  ${faults.length === 0 ? 'PASSED' : `FAILED: ${faults.join('; ')}`}\n`);
  if (faults.length > 0) process.exitCode = 1;
  if (!options.record) return;
  await record('class', [
    { name: 'learners at once', value: plan.learners },
    { name: 'results that the class has confirmed', value: figures.confirmed },
    { name: 'power cuts', value: figures.powerCuts },
    { name: 'connections that broke off', value: figures.dropped },
    { name: 'confirmed results that are lost', value: figures.lost, target: '0' },
    { name: 'results that are doubled', value: figures.doubled, target: '0' },
    { name: "results under another learner's name", value: figures.wrongName, target: '0' },
    { name: 'names that somebody else got', value: figures.stolen, target: '0' },
    { name: 'the slowest answer with the overview', value: figures.slowestOverview, unit: 'ms' },
  ]);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
