import { quantile } from '../../evaluation/metrics/quantile';

/** Of several measurements of the same thing. */
export interface Summary {
  readonly median: number;
  /** 95th percentile. */
  readonly p95: number;
}

/** Times of one call, ms. */
export interface Timing {
  /** All threads of the process that does the work; null where the system does not tell. */
  readonly cpu: Summary | null;
  readonly wall: Summary;
}

export interface Repeats {
  readonly repeats: number;
  /** Calls before those that count, which let the compiler do its work. */
  readonly warmUp: number;
}

export function summaryOf(values: readonly number[]): Summary {
  return { median: quantile(values, 0.5) ?? Number.NaN, p95: quantile(values, 0.95) ?? Number.NaN };
}

/** CPU time of this process until now, ms. */
export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Calls `work` again and again, one call after the other.
 * @param cpuMs the CPU time until now of the process that does the work; null where nobody knows
 */
export async function measure(
  work: () => unknown,
  { repeats, warmUp }: Repeats,
  cpuMs: () => number | null = ownCpuMs,
): Promise<Timing> {
  for (let i = 0; i < warmUp; i += 1) await work();
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let i = 0; i < repeats; i += 1) {
    const cpuBefore = cpuMs();
    const before = performance.now();
    await work();
    wall.push(performance.now() - before);
    const cpuAfter = cpuMs();
    if (cpuBefore !== null && cpuAfter !== null) cpu.push(cpuAfter - cpuBefore);
  }
  return { cpu: cpu.length === repeats ? summaryOf(cpu) : null, wall: summaryOf(wall) };
}
