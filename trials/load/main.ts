import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countOption, numberOption } from '../../base/command-line/options';
import { runNodeRed } from '../../test/system/support/node-red';
import { probeEnvironment } from '../lib/memory';
import { canWatchProcesses } from '../lib/processes';
import { watchMemory } from '../lib/memory-watch';
import { record, RECORD_OPTION } from '../lib/record';
import { makeSessions } from './classroom';
import { createClient } from './client';
import { quietRun } from './expected';
import { loadFlow } from './flow';
import { runLesson } from './lesson';
import { loadReport } from './report';
import { createTally } from './tally';

/** Share of the time before the memory is read for the first time. */
const WARM_UP_SHARE = 0.1;
/** In this time all learners speak at once twice, which is the largest load. */
const LEAST_WARM_UP_MS = 25_000;
/** The rest of the time is several lessons. After each the memory is read. */
const LESSON_MS = 50_000;
const LEAST_LESSONS = 3;

/**
 * `npm run load [-- --minutes 10 --sessions 50 --mix-up 0 --record]`. The exit code is 1 if a target is missed. `--mix-up 0.01`
 * gives one learner in a hundred the session of another, to test that the check notices it. `--record` also writes the figures to
 * docs/figures.
 */
async function main(): Promise<void> {
  const options = { minutes: { type: 'string' }, sessions: { type: 'string' }, 'mix-up': { type: 'string' }, ...RECORD_OPTION } as const;
  const { values } = parseArgs({ options });
  const minutes = numberOption('minutes', values.minutes, 10, 0.5, 1440);
  const count = countOption('sessions', values.sessions, 50, 2, 50);
  const mixUp = numberOption('mix-up', values['mix-up'], 0, 0, 1);
  if (!canWatchProcesses) throw new Error('The load test reads what processes hold from /proc, which only Linux has.');
  const print = (text: string): void => void process.stdout.write(`${text}\n`);

  print('Making the recordings ...');
  const sessions = await makeSessions(count);
  const folder = mkdtempSync(join(tmpdir(), 'pron-load-'));
  const nodeRed = await runNodeRed({ flows: loadFlow(0), env: probeEnvironment(folder) });
  try {
    const send = createClient(nodeRed.address);
    print('Scoring each of them alone ...');
    const { expected, wrongReference } = await quietRun(sessions, send);
    if (mixUp > 0) await nodeRed.deploy(loadFlow(mixUp));
    const lesson = { sessions, expected, send };
    const ms = minutes * 60_000;
    const tally = createTally();
    const warmUpMs = Math.max(LEAST_WARM_UP_MS, WARM_UP_SHARE * ms);
    print(`${count} sessions at once for ${minutes} min, ${(warmUpMs / 60_000).toFixed(1)} of them to warm up ...`);
    await runLesson({ ...lesson, tally, ms: warmUpMs });
    const sample = watchMemory(folder);
    const samples = [await sample()];
    const lessons = Math.max(LEAST_LESSONS, Math.round((ms - warmUpMs) / LESSON_MS));
    for (let i = 0; i < lessons; i++) {
      await runLesson({ ...lesson, tally, ms: (ms - warmUpMs) / lessons });
      samples.push(await sample());
    }
    const { text, isGood, figures } = loadReport({ tally, sessions: count, minutes, wrongReference, samples });
    print(`${text}${isGood ? 'PASSED' : 'FAILED'}`);
    if (!isGood) process.exitCode = 1;
    if (values.record) await record('load', figures);
  } finally {
    await nodeRed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
