import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** The short hash of the checkout's commit; with "and changes" where files other than records differ from it; null without git. */
function commit() {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: inRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const isClean = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs/figures') === '';
    return `${git('rev-parse', '--short', 'HEAD')}${isClean ? '' : ' and changes'}`;
  } catch {
    return null;
  }
}

/** A Raspberry Pi tells its model; any other machine tells only its processor. */
function model() {
  try {
    return readFileSync('/proc/device-tree/model', 'utf8').replaceAll('\0', '');
  } catch {
    return cpus()[0]?.model ?? 'unknown processor';
  }
}

/** Counts stay exact; three digits of anything else say more than one run can know. */
export const rounded = (value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value);

/**
 * Writes NAME.json into docs/figures, from which `npm run generate` makes docs/figures.md. Tests name another
 * folder.
 */
export function recordFigures(name, command, figures, folder = inRoot('docs', 'figures')) {
  const record = {
    command,
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: `${model()}, ${cpus().length} cores, Node.js ${process.versions.node}`,
    figures: figures.map((figure) => ({ ...figure, value: rounded(figure.value) })),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, null, 2)}\n`);
}
