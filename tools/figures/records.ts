import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import type { FigureRecord } from '../lib/record.mjs' with { 'resolution-mode': 'import' };

/** What measures: the record's name in docs/figures, a title, and the command that writes the record. */
export const MEASURED = [
  ['once', 'Bundled recordings', 'npm start -- --once --record'],
  ['judge', 'The ear\'s judge, cross-validated', 'python3 training/ear/heads/cross_validate.py --record docs/figures/judge.json'],
  ['witnesses', 'The Siamese network, the ear, and both', 'python3 training/ear/heads/weigh.py --record docs/figures/witnesses.json'],
  ['bench', 'Speed and memory', 'npm run bench -- --record'],
  ['against-original', 'The original\'s chain and ours', 'npm run against-original -- --record'],
  ['pitch', 'The pitch tracker against praat', 'node tools/run.mjs trials/pitch --record'],
  ['ear-boards', 'The ear on a Raspberry Pi: estimates, nothing was measured', 'node tools/run.mjs trials/ear-boards --record'],
  ['page', 'The practice page', 'PRON_STATION_RUNS=50 PRON_RECORD=1 npm test -- test/system/practice/latency.release.test.ts'],
  ['load', 'A class at once', 'npm run load -- --record'],
  ['class', 'A class whose power is cut', 'npm run class -- --record'],
  ['soak', 'Thousands of utterances', 'npm run soak -- --record'],
  ['kills', 'An engine that dies at work', 'npm run kills -- --record'],
  ['redeploys', 'Deploys in the middle of work', 'npm run redeploys -- --record'],
  ['bad-input', 'Bad input', 'npm run bad-input -- --record'],
  ['fuzz', 'Fuzzing the WAV reader', 'npm run fuzz -- --record'],
  ['hardware', 'A real Raspberry Pi', 'node tools/run.mjs tools/hardware'],
] as const;

type RecordName = (typeof MEASURED)[number][0];

/** The record in docs/figures; undefined where its command has not been run yet. */
export function readRecord(name: RecordName): FigureRecord | undefined {
  const path = join(packageRoot(), 'docs', 'figures', `${name}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FigureRecord) : undefined; // written by recordFigures
}
