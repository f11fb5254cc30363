import { Session, type Profiler } from 'node:inspector';

/** How often blocks of code were run since the last look, in buckets. */
export interface Coverage {
  /** Blocks that were run, each with how often: 1, 2, 3 to 4, 5 to 8 and so on. */
  readonly take: () => string[];
  readonly stop: () => void;
}

/**
 * V8's precise coverage of the scripts whose URL fits `scripts`, block by block. A block that is run another number of
 * times counts as something new: so a loop over chunks is seen to go round more often.
 */
export function startCoverage(scripts: RegExp): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take() {
      const seen: string[] = [];
      // Called before `post` returns: the session is of this thread.
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
