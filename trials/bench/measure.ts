import { quantile } from '../../evaluation/metrics/quantile';

/** Summary of several measurements of the same thing. */
export interface Summary {
  readonly median: number;
  /** 95th percentile. */
  readonly p95: number;
  /** The least value is nearest to the work itself, because other work of the machine only adds to it. */
  readonly least: number;
}

/** Times of one call, ms. */
export interface Timing {
  /** Of all threads of the process that does the work; null if the system does not tell. */
  readonly cpu: Summary | null;
  readonly wall: Summary;
}

export interface Repeats {
  readonly repeats: number;
  /** Calls that do not count, before the others: they let the compiler do its work. */
  readonly warmUp: number;
}

export function summaryOf(values: readonly number[]): Summary {
  const at = (share: number): number => quantile(values, share) ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), least: at(0) };
}

/** CPU time of this process until now, ms. */
export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A function for `measureInTurn`, and how often to call it. */
export interface Work {
  readonly run: () => unknown;
  readonly repeats: Repeats;
}

/** The repeats of a work are spread over at most this many rounds. */
const ROUNDS = 5;

/**
 * Calls `work` repeatedly, one call after the other.
 * @param cpuMs returns the CPU time until now of the process that does the work; null if it is not known
 */
export async function measure(
  work: () => unknown,
  repeats: Repeats,
  cpuMs: () => number | null = ownCpuMs,
): Promise<Timing> {
  const samples = emptySamples();
  for (let i = 0; i < repeats.warmUp; i += 1) await work();
  await callAgain(work, repeats.repeats, samples, cpuMs);
  return timingOf(samples);
}

/**
 * The same for several works that will be compared with each other. Calls each some times, then each some more times. So if the
 * machine becomes slower meanwhile, all of them become slower, and not only the last one.
 * @returns the times in the order of `works`
 */
export async function measureInTurn(works: readonly Work[]): Promise<Timing[]> {
  const all = works.map((work) => ({ ...work, samples: emptySamples() }));
  for (const { run, repeats } of works) for (let i = 0; i < repeats.warmUp; i += 1) await run();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, repeats, samples } of all) {
      const done = Math.ceil((repeats.repeats * (round + 1)) / ROUNDS);
      await callAgain(run, done - samples.wall.length, samples, ownCpuMs);
    }
  }
  return all.map(({ samples }) => timingOf(samples));
}

/** One number for each call, ms. No CPU times if they are not known. */
interface Samples {
  readonly cpu: number[];
  readonly wall: number[];
}

function emptySamples(): Samples {
  return { cpu: [], wall: [] };
}

async function callAgain(work: () => unknown, times: number, { cpu, wall }: Samples, cpuMs: () => number | null): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const cpuBefore = cpuMs();
    const before = performance.now();
    await work();
    wall.push(performance.now() - before);
    const cpuAfter = cpuMs();
    if (cpuBefore !== null && cpuAfter !== null) cpu.push(cpuAfter - cpuBefore);
  }
}

function timingOf({ cpu, wall }: Samples): Timing {
  return { cpu: cpu.length === wall.length ? summaryOf(cpu) : null, wall: summaryOf(wall) };
}
