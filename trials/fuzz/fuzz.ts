import type { Random } from '../../base/random';
import { startCoverage } from './coverage';
import { minimised } from './minimise';
import { mutated } from './mutate';

/** The code under test: the WAV reader, and the library that reads the rarer formats. */
export const FUZZED = /\/(?:pipeline\/(?:wav|wav-header|audio-format|wav\/[\w-]+)\.[tj]s|wavefile\/.*\.js)$/;

export interface Find {
  readonly fault: string;
  /** The minimised input. */
  readonly bytes: Buffer;
}

export interface FuzzResult {
  readonly executions: number;
  /** Number of blocks of code that were reached, counted once for each range of counts. */
  readonly features: number;
  /** Number of those that no input of the initial corpus had reached. */
  readonly newFeatures: number;
  /** The inputs that reached new code, including those of the initial corpus. */
  readonly corpus: readonly Buffer[];
  readonly finds: readonly Find[];
}

/**
 * Mutates inputs, reads them, and keeps those that reach new code.
 * @param faultIn reads the bytes and returns the fault, if any
 */
export function fuzz(
  seeds: readonly Buffer[],
  faultIn: (bytes: Buffer) => string | undefined,
  random: Random,
  isOver: (executions: number) => boolean,
): FuzzResult {
  const coverage = startCoverage(FUZZED);
  const features = new Set<string>();
  const corpus: Buffer[] = [];
  const finds = new Map<string, Find>();
  const attempt = (bytes: Buffer): boolean => {
    const fault = faultIn(bytes);
    const before = features.size;
    for (const feature of coverage.take()) features.add(feature);
    const kind = fault?.replace(/\d+/g, '#');
    if (kind !== undefined && fault !== undefined && !finds.has(kind)) {
      const isSame = (shorter: Buffer): boolean => faultIn(shorter)?.replace(/\d+/g, '#') === kind;
      finds.set(kind, { fault, bytes: minimised(bytes, isSame) });
    }
    return features.size > before;
  };
  try {
    coverage.take();
    for (const seed of seeds) if (attempt(seed)) corpus.push(seed);
    const begun = features.size;
    let executions = seeds.length;
    for (; !isOver(executions); executions++) {
      const bytes = mutated(corpus, random);
      if (attempt(bytes)) corpus.push(bytes);
    }
    return { executions, features: features.size, newFeatures: features.size - begun, corpus, finds: [...finds.values()] };
  } finally {
    coverage.stop();
  }
}
