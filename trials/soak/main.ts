import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countOption } from '../../base/command-line/options';
import { probeEnvironment } from '../lib/memory';
import { canWatchProcesses } from '../lib/processes';
import { runNodeRed } from '../../test/system/support/node-red';
import { soakFlow } from './flow';
import { makePool } from './pool';
import { soak } from './soak';

/** `npm run soak [-- --utterances 20000]`. Ends with 1 where memory grows or an answer is not as expected. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { utterances: { type: 'string' } } });
  const utterances = countOption('utterances', values.utterances, 20_000, 100, 10_000_000);
  if (!canWatchProcesses) throw new Error('The soak reads what processes hold from /proc, which only Linux has.');
  const print = (text: string): void => void process.stdout.write(text);
  print('Making the recordings ...\n');
  const pool = await makePool();
  const folder = mkdtempSync(join(tmpdir(), 'pron-soak-'));
  const nodeRed = await runNodeRed({ flows: soakFlow(), env: probeEnvironment(folder) });
  try {
    if (!(await soak({ address: nodeRed.address, folder, pool, utterances, print }))) process.exitCode = 1;
  } finally {
    await nodeRed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
