import type { Check, Patient } from './check';
import { problem, type Finding } from './finding';
import { problemOf } from './from-error';

/** What a check has found. */
export interface Examined {
  readonly check: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** How long it took. */
  readonly ms: number;
}

/**
 * Runs one check; one that fails or takes too long is a problem itself, never an error.
 * @param end when all has to be done, on the clock of `performance.now()`
 */
export async function examine(check: Check, patient: Patient, end: number): Promise<Examined> {
  const { name, title } = check;
  const began = performance.now();
  const limitMs = Math.max(0, Math.min(check.limitMs, end - began));
  const givenUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      givenUp.abort();
      const fix = 'Run it alone when the machine has nothing else to do: ' + `pronunciation doctor --only ${name}.`;
      resolve([problem(title, `This was given up after ${(limitMs / 1000).toFixed(1)} s.`, fix)]);
    }, limitMs);
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
export async function examineInTurn(checks: readonly Check[], patient: Patient, end: number): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const check of checks) examined.push(await examine(check, patient, end));
  return examined;
}
