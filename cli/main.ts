import type { Command } from './command';
import { calibrate } from './commands/calibrate';
import { doctor } from './commands/doctor';
import { evaluate } from './commands/evaluate';
import { features } from './commands/features';
import { pairs } from './commands/pairs';
import { score } from './commands/score';

const commands: readonly Command[] = [score, evaluate, calibrate, features, pairs, doctor];

const overview = `pronunciation COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

pronunciation COMMAND --help tells the options of a command.
`;

/** Runs the command line; resolves with the exit code. Results go to stdout, all else to stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(overview);
    return name === undefined ? 1 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    process.stderr.write(`There is no command "${name}"; choose one of ${commands.map((each) => each.name).join(', ')}.\n`);
    return 1;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (isBug(error)) process.stderr.write(`${error.stack ?? ''}\n`);
    return 1;
  }
}

/** What no user can act on is shown with its place in the code. */
function isBug(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
