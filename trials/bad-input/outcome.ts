import { PronError } from '../../base/errors';

/** The outcome of one bad input. */
export interface Outcome {
  /** Whether the code accepted it; otherwise it was refused. */
  readonly accepted: boolean;
  /** The code of the refusal. */
  readonly code?: string;
  /** The last stage that it reached, if that is counted. */
  readonly reached?: string;
  /** A crash, a hang, a NaN, or an error that does not say what to do. */
  readonly faults: readonly string[];
}

/** Error codes that mean a fault in this package. */
const FAULTS: Readonly<Record<string, string>> = {
  PRON_INTERNAL: 'a mistake of ours',
  PRON_TIMEOUT: 'a hang',
  PRON_ENGINE_DIED: 'a crash',
  PRON_NO_INFERENCE: 'no inference',
};

/** Longest allowed sentence, in characters: more than any sentence has if its values are cut. */
const MAX_SENTENCE = 1000;

/** What is wrong with an error from the user's point of view. */
export function faultsOfError({ code, message }: { readonly code?: unknown; readonly message?: unknown }): string[] {
  if (typeof code !== 'string' || !code.startsWith('PRON_')) return [`an error without a code of ours: ${String(message)}`];
  const named = FAULTS[code];
  if (named !== undefined) return [`${named}: ${String(message)}`];
  const faults: string[] = [];
  const text = String(message);
  if (!/^\S.*[.:;,] .*\.$/su.test(text)) faults.push(`a sentence without a way out: ${text}`);
  if (/\n\s+at /u.test(text)) faults.push(`a stack trace: ${text}`);
  if (text.length > MAX_SENTENCE) faults.push(`a sentence of ${text.length} characters`);
  return faults;
}

/** The outcome of a refusal. */
export function refused(error: unknown, faults: readonly string[] = []): Outcome {
  if (!(error instanceof PronError)) return { accepted: false, code: 'none', faults: [`no error of ours: ${String(error)}`, ...faults] };
  return { accepted: false, code: error.code, faults: [...faultsOfError(error), ...faults] };
}

/** More than the depth of any result of this package. The sender's values in the same message may be cyclic. */
const MAX_DEPTH = 8;

/** Every number inside `value` that is NaN or infinite, by its path. */
export function brokenNumbers(value: unknown, path = '', depth = 0): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  if (value instanceof Float32Array) {
    const at = value.findIndex((number) => !Number.isFinite(number));
    return at < 0 ? [] : [`${path}[${at}] is ${String(value[at])}`];
  }
  return Object.entries(value).flatMap(([key, inner]) => brokenNumbers(inner, `${path}.${key}`, depth + 1));
}

/** Reports a value outside its range, for example a share that is not from 0 to 1. */
export function outside(name: string, value: number | null, least: number, most: number): string[] {
  return value === null || (value >= least && value <= most) ? [] : [`${name} is ${value}`];
}
