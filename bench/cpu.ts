import { quantile } from '../cli/metrics/quantile';

/**
 * CPU time of one call in ms, all threads of this process: the median of `repeats` after `warmUp` calls
 * that let the compiler do its work.
 */
export async function cpuMs(work: () => unknown, repeats = 30, warmUp = 10): Promise<number> {
  for (let i = 0; i < warmUp; i += 1) await work();
  const times: number[] = [];
  for (let i = 0; i < repeats; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return quantile(times, 0.5) ?? Number.NaN;
}
