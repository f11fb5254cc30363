/** A mistake in the command line or in a table it names: told in one sentence, exit code 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
