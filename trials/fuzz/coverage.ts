import { Session, type Profiler } from 'node:inspector';

/** Counts how often blocks of code were run. */
export interface Coverage {
  /** The blocks that were run since the last call, each with its count in a range: 1, 2, 3 to 4, 5 to 8 and so on. */
  readonly take: () => string[];
  readonly stop: () => void;
}

/**
 * V8's precise coverage, by block, of the scripts whose URL matches `scripts`. A block with a count in another range counts as
 * new: so it is noticed if a loop over chunks runs more often.
 */
export function startCoverage(scripts: RegExp): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take() {
      const seen: string[] = [];
      // Called before `post` returns, because the session belongs to this thread.
      session.post('Profiler.takePreciseCoverage', (error, found) => {
        if (error !== null) throw error;
        for (const { scriptId, url, functions } of found.result) {
          if (scripts.test(url)) seen.push(...functions.flatMap(({ ranges }) => blocks(scriptId, ranges)));
        }
      });
      return seen;
    },
    stop() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

function blocks(script: string, ranges: readonly Profiler.CoverageRange[]): string[] {
  return ranges
    .filter(({ count }) => count > 0)
    .map(({ startOffset, endOffset, count }) => `${script}:${startOffset}-${endOffset}*${Math.ceil(Math.log2(count))}`);
}
