import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error';

type Descriptions = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the options of one command. Unknown options, stray words and missing values become one
 * sentence that names the command's help.
 */
export function readOptions<T extends Descriptions>(command: string, argv: readonly string[], options: T) {
  return orUsage(command, () => parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values);
}

/** The same for a command that takes words without an option's name. */
export function readWordsAndOptions<T extends Descriptions>(command: string, argv: readonly string[], options: T) {
  return orUsage(command, () => parseArgs({ args: [...argv], options, strict: true, allowPositionals: true }));
}

/** The same for a command that works on one file, which stands without an option's name. */
export function readFileAndOptions<T extends Descriptions>(command: string, argv: readonly string[], options: T) {
  const { values, positionals } = readWordsAndOptions(command, argv, options);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(`Name one file. See: pronunciation ${command} --help`);
  return { file, values };
}

function orUsage<T>(command: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const first = (error as Error).message.split('\n')[0]?.split('. ')[0] ?? 'Unreadable options';
    throw new UsageError(`${first.replace(/\.$/, '')}. See: pronunciation ${command} --help`);
  }
}

/** The value of an option that must be there. */
export function needed(command: string, option: string, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new UsageError(`--${option} is missing. See: pronunciation ${command} --help`);
  }
  return value;
}

/** A number from `least` to `most`; `fallback` where the option is absent. */
export function numberOption(
  option: string,
  value: string | undefined,
  fallback: number,
  least: number,
  most: number,
): number {
  if (value === undefined) return fallback;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isFinite(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${option} is "${value}"; it must be a number from ${least} to ${most}.`);
}

/** A whole number from `least` to `most`; `fallback` where the option is absent. */
export function countOption(
  option: string,
  value: string | undefined,
  fallback: number,
  least: number,
  most: number,
): number {
  const number = numberOption(option, value, fallback, least, most);
  if (Number.isInteger(number)) return number;
  throw new UsageError(`--${option} is "${value}"; it must be a whole number from ${least} to ${most}.`);
}

/** `--models DIR`: folders of models besides the package's own. */
export function modelFolders(option: string | undefined): string[] {
  return option === undefined ? [] : [option];
}
