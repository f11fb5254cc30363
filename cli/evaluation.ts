import { createRequire } from 'node:module';
import type { Command } from '../base/command-line/command';
import { UsageError } from '../base/command-line/usage-error';

/**
 * The commands for teachers who judge many recordings. They are not packed for the Pi.
 * @throws UsageError where they are not installed
 */
export function loadEvaluation(name: 'evaluate' | 'calibrate'): Command {
  try {
    const commands = createRequire(__filename)('../evaluation/commands') as typeof import('../evaluation/commands');
    return commands[name];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UsageError(
      `The command ${name} is not part of the package for the Pi. Run it in a checkout of the project: node bin/pronunciation.js ${name} --help`,
    );
  }
}
