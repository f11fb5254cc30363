import type { Check, Patient } from './check';
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

/** How long there is. */
export interface Patience {
  /** When all has to be done, on the clock of `performance.now()`. */
  readonly end: number;
  /** How many times its own limit a check may take. */
  readonly times: number;
}

/** Runs one check; one that fails or takes too long is a finding itself, never an error. */
export async function examine(check: Check, patient: Patient, patience: Patience): Promise<Examined> {
  const { name, title } = check;
  const began = performance.now();
  const ownMs = patience.times * check.limitMs;
  const leftMs = Math.max(0, patience.end - began);
  const givenUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      givenUp.abort();
      const fix = `Have it looked at alone, which takes its time: pronunciation doctor --only ${name}.`;
      // Where the time of all is over, others may have taken it: that says nothing about this one.
      resolve([leftMs < ownMs
        ? warning(title, 'There was no time left for this.', fix)
        : problem(title, `This was given up after ${(ownMs / 1000).toFixed(1)} s.`, fix)]);
    }, Math.min(ownMs, leftMs));
  });
  try {
    // A check that throws before it is a promise fails like any other.
    const findings = await Promise.race([Promise.resolve(patient).then((each) => check.run(each, givenUp.signal)), late]);
    return { check: name, title, findings, ms: Math.round(performance.now() - began) };
  } catch (error) {
    return { check: name, title, findings: [problemOf(title, error)], ms: Math.round(performance.now() - began) };
  } finally {
    clearTimeout(timer);
  }
}

/** One after the other, so that what takes memory and time does not do so at once. */
export async function examineInTurn(checks: readonly Check[], patient: Patient, patience: Patience): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const check of checks) examined.push(await examine(check, patient, patience));
  return examined;
}
