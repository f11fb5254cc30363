import { countOption, readOptions } from '../../base/command-line/options';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { faultsOf, poolRun } from './pool-run';

const help = `npm run pool -- [OPTIONS]

Askers and workers, each a process of its own, at a real mosquitto. Meanwhile workers are killed (SIGKILL) and started again,
frozen (SIGSTOP), and the broker is restarted once. The askers speak as often as uses 60 % of one engine. Every utterance must be answered once, with the points that it gets
without a pool, to the last digit. Then how many utterances a second 1, 2 and 4 workers answer, and what that means on paper for
1,000 seats.

  --workers N     default: 4
  --askers N      default: 50
  --utterances N  default: 1000
  --speed N       utterances for each measurement of speed, default: 60; 0 for none
  --seed N        default: 1
  ${RECORD_HELP}
`;

/** Of one lesson: each learner speaks this often, s. */
const SPEAKS_EVERY_SECONDS = 30;
const SEATS = 1000;
/** Of what one engine does alone: there must be time for what has to be done again, and workers start anew. */
const LOAD = 0.6;

async function main(argv: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = readOptions('pool', argv, { workers: text, askers: text, utterances: text, speed: text, seed: text, ...RECORD_OPTION, help: { type: 'boolean', default: false } });
  if (options.help) return void process.stdout.write(help);
  const plan = {
    workers: countOption('workers', options.workers, 4, 1, 16),
    askers: countOption('askers', options.askers, 50, 1, 200),
    utterances: countOption('utterances', options.utterances, 1000, 1, 100_000),
    seed: countOption('seed', options.seed, 1, 1, 1e9),
    load: LOAD, variants: 40, troubles: { quietMs: 7_000, frozenMs: 18_000 }, isHeard: false, atOnce: 1,
  };
  const speed = countOption('speed', options.speed, 60, 0, 10_000);
  process.stdout.write(`${plan.workers} workers, ${plan.askers} askers, ${plan.utterances} utterances, seed ${plan.seed}:\n`);
  const begun = Date.now();
  const figures = await poolRun(plan, (text) => process.stdout.write(`  ${Math.round((Date.now() - begun) / 1000)} s: ${text}\n`));
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`  ${name}: ${JSON.stringify(value)}\n`);
  const faults = faultsOf(figures, plan);
  process.stdout.write(`  ${faults.length === 0 ? 'PASSED' : `FAILED: ${faults.join('; ')}`}\n`);
  if (faults.length > 0) process.exitCode = 1;

  const speeds: { workers: number; perSecond: number; medianWorkMs: number; megabytesEach: number }[] = [];
  for (const workers of speed === 0 ? [] : [1, 2, 4]) {
    const { perSecond, medianWorkMs, megabytesEach } = await poolRun({ ...plan, workers, askers: 4, atOnce: 2, utterances: speed, variants: 8, load: 0, troubles: null, isHeard: true });
    speeds.push({ workers, perSecond, medianWorkMs, megabytesEach });
    process.stdout.write(`  ${workers} workers: ${perSecond.toFixed(2)} utterances a second, ${medianWorkMs.toFixed(0)} ms each\n`);
  }
  const onPaper = speeds[0] === undefined ? [] : paper(speeds[0]);
  for (const { name, value, unit } of onPaper) process.stdout.write(`  ${name}: ${value.toPrecision(3)} ${unit}\n`);
  if (!options.record) return;
  await record('pool', [
    { name: 'askers, and workers', value: `${plan.askers}, ${plan.workers}` },
    { name: 'utterances answered once, with the points of local scoring to the last digit', value: figures.right, target: String(plan.utterances) },
    { name: 'wrong, doubled or without an answer', value: plan.utterances - figures.right + figures.doubled, target: '0' },
    { name: 'workers killed, workers frozen, restarts of the broker', value: `${figures.killed}, ${figures.frozen}, ${figures.brokerRestarts}` },
    { name: 'second tries', value: figures.secondTries },
    { name: 'second answers, which were dropped', value: figures.dropped },
    { name: 'median and longest wait', value: `${Math.round(figures.medianWaitMs)}, ${Math.round(figures.longestWaitMs)}`, unit: 'ms' },
    ...speeds.map(({ workers, perSecond }) => ({ name: `heard and scored with ${workers} worker${workers === 1 ? '' : 's'} on this machine`, value: perSecond, unit: 'a second' })),
    ...onPaper.map(({ name, value, unit }) => ({ name, value, unit })),
  ]);
}

/** What one worker does, multiplied. Nothing of it was tried. */
function paper({ perSecond, megabytesEach }: { readonly perSecond: number; readonly megabytesEach: number }): { name: string; value: number; unit: string }[] {
  const asked = SEATS / SPEAKS_EVERY_SECONDS;
  return [
    { name: `on paper: utterances of ${SEATS} seats that speak every ${SPEAKS_EVERY_SECONDS} s`, value: asked, unit: 'a second' },
    { name: 'on paper: workers like one of this machine for them, at four fifths of their time', value: Math.ceil(asked / perSecond / 0.8), unit: 'workers' },
    { name: 'on paper: what the broker receives and sends for them', value: 2 * asked * megabytesEach * 8, unit: 'Mbit a second' },
  ];
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
