import type { Check, Machine } from './check';
import { problem, warning, type Finding } from './finding';
import { problemOf } from './from-error';

/** What a check has found. */
export interface Examined {
  readonly check: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** How long it took. */
  readonly ms: number;
}

/** How long checks may take. */
export interface TimeLimit {
  /** When all checks must be done, on the clock of `performance.now()`. */
  readonly end: number;
  /** How many times its own limit a check may take. */
  readonly times: number;
}

/** Runs one check. A check that fails or takes too long becomes a finding, never an error. */
export async function examine(check: Check, machine: Machine, timeLimit: TimeLimit): Promise<Examined> {
  const { name, title } = check;
  const began = performance.now();
  const ownMs = timeLimit.times * check.limitMs;
  const leftMs = Math.max(0, timeLimit.end - began);
  const givenUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      givenUp.abort();
      const fix = `Run this check alone, which gives it more time: pronunciation doctor --only ${name}.`;
      // If the time of all checks is over, other checks may have used it up: this one is not at fault.
      resolve([leftMs < ownMs
        ? warning(title, 'There was no time left for this.', fix)
        : problem(title, `This check was stopped after ${(ownMs / 1000).toFixed(1)} s.`, fix)]);
    }, Math.min(ownMs, leftMs));
  });
  try {
    // A check that throws synchronously fails like any other.
    const findings = await Promise.race([Promise.resolve(machine).then((each) => check.run(each, givenUp.signal)), late]);
    return { check: name, title, findings, ms: Math.round(performance.now() - began) };
  } catch (error) {
    return { check: name, title, findings: [problemOf(title, error)], ms: Math.round(performance.now() - began) };
  } finally {
    clearTimeout(timer);
  }
}

/** Runs checks one after the other, so that they do not use memory and time at once. */
export async function examineInTurn(checks: readonly Check[], machine: Machine, timeLimit: TimeLimit): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const check of checks) examined.push(await examine(check, machine, timeLimit));
  return examined;
}
