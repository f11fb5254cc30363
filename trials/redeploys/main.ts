import { numberOption, readOptions } from '../../base/command-line/options';
import { record, RECORD_HELP, RECORD_OPTION } from '../lib/record';
import { redeployRun } from './redeploy-run';

const help = `npm run redeploys -- [OPTIONS]

Deploys again and again (full, flows, nodes in turn) while a real Node-RED records, speaks, plays and scores, and
counts what its process holds before and after: children, timers, listeners, ports, files.

  --count N   default: 200
  --seed N    default: 1
  ${RECORD_HELP}
`;

async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions('redeploys', argv, {
    count: { type: 'string' },
    seed: { type: 'string' },
    ...RECORD_OPTION,
    help: { type: 'boolean', default: false },
  });
  if (options.help) return void process.stdout.write(help);
  const count = numberOption('count', options.count, 200, 1, 1e6);
  const { foundAtWork, left } = await redeployRun(count, numberOption('seed', options.seed, 1, 1, 1e9));
  process.stdout.write(`${count} deploys; at work when they came: ${JSON.stringify(foundAtWork)}\n`);
  process.stdout.write(left.length === 0 ? 'Nothing is left over.\n' : `LEFT OVER:\n${left.map((line) => `  ${line}\n`).join('')}`);
  if (left.length > 0) process.exitCode = 1;
  if (options.record) {
    await record('redeploys', [
      { name: 'deploys in the middle of work', value: count },
      { name: 'processes, files, timers, listeners and ports left over', value: left.length, target: '0' },
    ]);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
