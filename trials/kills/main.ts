import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { numberOption, readOptions } from '../../base/command-line/options';
import { loadNativeRuntime } from '../../engine/runtimes';
import { faultsOf } from './faults';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { killRun, type KillFigures, type KillPlan } from './kill-run';

const help = `npm run kills -- [OPTIONS]

Scores recordings in a real Node-RED while its engine is ended at random moments by SIGKILL, SIGSEGV, SIGILL and
a memory limit, each time while it works on a job. Each job must end once. Half of them run with
PRONUNCIATION_BACKEND=native, half without it: in that half the first native crash leads to WebAssembly.

  --jobs N    default: 1000
  --kills N   default: 100
  --seed N    default: 1
  ${RECORD_HELP}
`;

async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions('kills', argv, {
    jobs: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string' },
    ...RECORD_OPTION,
    help: { type: 'boolean', default: false },
  });
  if (options.help) return void process.stdout.write(help);
  const jobs = numberOption('jobs', options.jobs, 1000, 2, 1e6);
  const kills = numberOption('kills', options.kills, 100, 2, jobs);
  const seed = numberOption('seed', options.seed, 1, 1, 1e9);
  const halves: KillPlan[] = [
    { jobs: Math.ceil(jobs / 2), kills: Math.ceil(kills / 2), seed, backend: hasNative() ? 'native' : 'wasm' },
    { jobs: Math.floor(jobs / 2), kills: Math.floor(kills / 2), seed: seed + 1 },
  ];
  const found: KillFigures[] = [];
  for (const plan of halves) {
    process.stdout.write(`${plan.jobs} jobs, ${plan.kills} kills, backend ${plan.backend ?? 'any'}, seed ${plan.seed}:\n`);
    const figures = await killRun(plan);
    found.push(figures);
    for (const [name, value] of Object.entries(figures)) process.stdout.write(`  ${name}: ${JSON.stringify(value)}\n`);
    const faults = faultsOf(figures, plan);
    process.stdout.write(`  ${faults.length === 0 ? 'Each job has ended once.' : `FAILED: ${faults.join('; ')}`}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
  if (options.record) await record('kills', recordedFigures(found));
}

function recordedFigures(halves: readonly KillFigures[]): RecordedFigure[] {
  const sum = (count: (half: KillFigures) => number): number => halves.reduce((all, half) => all + count(half), 0);
  const countAll = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0);
  return [
    { name: 'jobs that ended', value: sum(({ ends }) => countAll(ends)) },
    { name: 'times that the engine was ended at work', value: sum(({ kills }) => countAll(kills)) },
    { name: 'jobs that never ended', value: sum(({ lost }) => lost), target: '0' },
    { name: 'jobs that ended more than once', value: sum(({ doubled }) => doubled), target: '0' },
    { name: 'results of another recording', value: sum(({ wrong }) => wrong), target: '0' },
    { name: 'processes left over', value: sum(({ left }) => left), target: '0' },
  ];
}

function hasNative(): boolean {
  try {
    loadNativeRuntime();
    return true;
  } catch {
    return false;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
