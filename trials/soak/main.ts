import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countOption } from '../../base/command-line/options';
import { probeEnvironment } from '../lib/memory';
import { canWatchProcesses } from '../lib/processes';
import { record, RECORD_OPTION } from '../lib/record';
import { runNodeRed } from '../../test/system/support/node-red';
import { soakFlow } from './flow';
import { makePool } from './pool';
import { soak } from './soak';

/**
 * `npm run soak [-- --utterances 20000 --record]`. Exit code 1 if memory grows or an answer is not as expected;
 * `--record` also writes the figures to docs/figures.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { utterances: { type: 'string' }, ...RECORD_OPTION } });
  const utterances = countOption('utterances', values.utterances, 20_000, 100, 10_000_000);
  if (!canWatchProcesses) throw new Error('The soak reads what processes hold from /proc, which only Linux has.');
  const print = (text: string): void => void process.stdout.write(text);
  print('Making the recordings ...\n');
  const pool = await makePool();
  const folder = mkdtempSync(join(tmpdir(), 'pron-soak-'));
  const nodeRed = await runNodeRed({ flows: soakFlow(), env: probeEnvironment(folder) });
  try {
    const { isGood, figures } = await soak({ address: nodeRed.address, folder, pool, utterances, print });
    if (!isGood) process.exitCode = 1;
    if (values.record) await record('soak', figures);
  } finally {
    await nodeRed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
