/** One word after the program's name. */
export interface Command {
  /** All that `--help` prints. */
  readonly help: string;
  /** `argv` without the command's name; resolves with the exit code. */
  run(argv: readonly string[]): Promise<number>;
}

/** A command as the list of commands shows it; its code is loaded when it is asked for. */
export interface ListedCommand {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  load(): Command;
}
