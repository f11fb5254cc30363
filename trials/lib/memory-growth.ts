import { quantile } from '../../evaluation/metrics/quantile';
import type { Sample } from './memory-watch';

/** Largest growth that is allowed, bytes. */
const GROWTH_LIMIT = 10_000_000;

/** One figure that must not grow: its median over the first and over the second half of a run. */
export interface Growth {
  readonly name: string;
  readonly first: number;
  readonly second: number;
  /** Largest value of either half, only for the reader. */
  readonly highest: readonly [number, number];
  readonly limit: number;
  readonly isBytes: boolean;
  readonly isMissed: boolean;
}

/** Compares the second half of the samples with the first, figure by figure. Leave out samples from before all caches were full:
 *  they would look like growth. @param samples at least two, evenly spread */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const middle = Math.floor(samples.length / 2);
  const halves = [samples.slice(0, middle), samples.slice(middle)] as const;
  const growth = (name: string, limit: number, value: (sample: Sample) => number): Growth => {
    const [first, second] = halves.map((half) => quantile(half.map(value), 0.5) ?? Number.NaN) as [number, number];
    const highest = halves.map((half) => Math.max(...half.map(value))) as [number, number];
    const isBytes = limit === GROWTH_LIMIT;
    return { name, first, second, highest, limit, isBytes, isMissed: !(second - first < limit) };
  };
  return [
    growth('Node-RED', GROWTH_LIMIT, (sample) => sample.nodeRed.rss),
    growth('engine', GROWTH_LIMIT, (sample) => sample.engine.rss),
    growth('open files of Node-RED', FILES_LIMIT, (sample) => sample.files.nodeRed),
    growth('open files of the engine', FILES_LIMIT, (sample) => sample.files.engine),
    growth('children of Node-RED', CHILDREN_LIMIT, (sample) => sample.children),
  ];
}

/** Allowed growth: one more connection is not a leak, and a voice may be running when the sample is taken. */
const FILES_LIMIT = 10;
const CHILDREN_LIMIT = 3;

/** One line for each figure: how much it grew, and whether that is too much. */
export function growthLines(growths: readonly Growth[]): string {
  return growths
    .map(({ name, first, second, highest, limit, isBytes, isMissed }) => {
      const show = (value: number): string => (isBytes ? `${(value / 1e6).toFixed(1)} MB` : String(value));
      const change = `${second < first ? '' : '+'}${show(second - first)}`;
      const halves = `${show(first)} -> ${show(second)} (highest ${show(highest[0])} and ${show(highest[1])})`;
      return `  ${name}: ${halves}, ${change}, under ${show(limit)}${isMissed ? ': MISSED' : ''}\n`;
    })
    .join('');
}
