import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { packageRoot } from '../../engine/package-root';
import { ownAndOther } from './own-and-other';

/**
 * `npm run report`: the model's figures by the protocol of the rated recordings, on speakers and readers that no
 * training and no choice has seen. With --write they go into the manifest. Needs the folder of recordings.
 */
const ROOT = packageRoot();
const SPEECH = join(ROOT, '..', 'shared', 'speech');
const COMMAND = join(ROOT, 'bin', 'pronunciation.js');
const GROUPED_BY = 'speaker';
const MODEL = 'default';

type Figures = Record<string, unknown>;

function pronunciation(args: readonly string[]): string {
  const run = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (run.status !== 0) throw new Error(`pronunciation ${args[0] ?? ''} ended with ${String(run.status)}.`);
  return run.stdout;
}

function evaluateSet(set: string, folder: string): Figures {
  const pairs = join(folder, `${set}.tsv`);
  const details = join(folder, `${set}-details.tsv`);
  const speakers = ['--choice-speakers', join(ROOT, 'training', 'choice-speakers.txt')];
  pronunciation(['pairs', '--speech', SPEECH, '--set', set, '--out', pairs, ...speakers]);
  const output = pronunciation([
    ...['evaluate', '--pairs', pairs, '--model', MODEL, '--json', '--bootstrap', GROUPED_BY, '--details', details],
  ]);
  return { ...(JSON.parse(output, rounded) as Figures), ...ownAndOther(readFileSync(details, 'utf8')) };
}

/** Four digits after the point say more than the interval allows already. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}

function print(title: string, figures: Figures): void {
  const intervals = (figures.intervals ?? {}) as Record<string, unknown>;
  console.log(title);
  for (const [key, value] of Object.entries(figures)) {
    if (key === 'intervals') continue;
    const interval = intervals[key] === undefined ? '' : `  95 % ${JSON.stringify(intervals[key])}`;
    console.log(`  ${key.padEnd(14)} ${JSON.stringify(value)}${interval}`);
  }
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-report-'));
  try {
    const report = evaluateSet('report', folder);
    print('English learners, report set (25 speakers)', report);
    const korean = evaluateSet('korean', folder);
    print('Korean readers (zeroth) against the voice', korean);
    if (!process.argv.includes('--write')) return;
    const file = join(ROOT, 'models', `${MODEL}.json`);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { figures: Figures };
    manifest.figures = { ...manifest.figures, reportSet: report, koreanReaders: korean };
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
