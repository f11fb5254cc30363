import type { ListedCommand } from './command';

function overview(program: string, commands: readonly ListedCommand[]): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`);
  return `${program} COMMAND [options]\n\n${lines.join('\n')}\n\n${program} COMMAND --help tells the options of a command.\n`;
}

/**
 * Runs the command that `argv` names; resolves with the exit code. Results go to stdout, all else to stderr.
 * @param program how the user calls it, for the help
 */
export async function runCommand(program: string, commands: readonly ListedCommand[], argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? process.stderr : process.stdout).write(overview(program, commands));
    return name === undefined ? 1 : 0;
  }
  const listed = commands.find((each) => each.name === name);
  if (listed === undefined) {
    process.stderr.write(`There is no command "${name}"; choose one of ${commands.map((each) => each.name).join(', ')}.\n`);
    return 1;
  }
  try {
    const command = listed.load();
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(command.help);
      return 0;
    }
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
