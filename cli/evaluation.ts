import { createRequire } from 'node:module';
import type { Command } from '../base/command-line/command';
import { UsageError } from '../base/command-line/usage-error';

const PACKAGE = '@makerspeech/pronunciation-evaluation';
/** In a checkout the commands lie beside this folder; for users they are a package, so that a Pi need not hold them. */
const PLACES = ['../evaluation/commands', PACKAGE];

const COMMANDS = { evaluate: 'evaluate', calibrate: 'calibrate', 'train-phones': 'trainPhones' } as const;

/**
 * The commands for teachers who have many recordings.
 * @throws UsageError where they are not installed
 */
export function loadEvaluation(name: keyof typeof COMMANDS): Command {
  const load = createRequire(__filename);
  const place = PLACES.find((each) => isThere(load, each));
  if (place === undefined) {
    throw new UsageError(`The command ${name} is in a package of its own. Install it beside this one: npm install ${PACKAGE}`);
  }
  return (load(place) as typeof import('../evaluation/commands'))[COMMANDS[name]];
}

function isThere(load: NodeJS.Require, place: string): boolean {
  try {
    load.resolve(place);
    return true;
  } catch {
    return false;
  }
}
