import data from './boards.json';
import counted from './operations.json';

/** Products of one run of a graph, each with the addition after it. */
export interface Work {
  readonly float: number;
  readonly int8: number;
}

/** What a board's core can do. */
export interface Core {
  /** Published for all four cores: additions and multiplications a second in double precision, 10^9. */
  readonly gflops: number;
  /** Whether it has the instruction that adds four products of int8 at once. */
  readonly hasDotProduct: boolean;
}

const CORES = 4;
/** Products with additions in one of the benchmark's operations: it counts both. */
const PRODUCTS = 1 / 2;
/** Floats of 32 bits are half as wide as those of the benchmark. */
const SINGLE = 2;
const DOT = 4;

/** Products a second of one core. */
export function rateOf({ gflops, hasDotProduct }: Core): Work {
  const float = ((gflops * 1e9) / CORES) * PRODUCTS * SINGLE;
  return { float, int8: hasDotProduct ? DOT * float : float };
}

/** How long one core takes for all that, ms; with the headroom for what is not counted. */
export function estimateMs(works: readonly Work[], core: Core): number {
  const rate = rateOf(core);
  const seconds = works.reduce((sum, { float, int8 }) => sum + float / rate.float + int8 / rate.int8, 0);
  return 1000 * data.headroom * seconds;
}

const { encoder, pass, silencePass, phones, judge } = counted.work;

/** What is computed for a sentence that was said as it should be: of a text that was expected lately, and of a new one. */
export const AGAIN: readonly Work[] = [encoder, pass, phones, judge];
export const NEW: readonly Work[] = [...AGAIN, silencePass];
