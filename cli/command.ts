/** One word after `pronunciation`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** All that `--help` prints. */
  readonly help: string;
  /** `argv` without the command's name; resolves with the exit code. */
  run(argv: readonly string[]): Promise<number>;
}
