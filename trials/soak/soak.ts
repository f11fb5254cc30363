import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { createClient, type Answer, type Request } from '../load/client';
import { growthLines, growthOf } from '../lib/memory-growth';
import { sampleLine, watchMemory, type Sample } from '../lib/memory-watch';
import { growthFigures } from '../lib/record';
import { fillCaches } from './fill-caches';
import type { Pool } from './pool';
import { STEPS_OF_SESSION, stepOf } from './schedule';
import { createTally, type Tally } from './tally';

export interface SoakSetUp {
  readonly address: string;
  /** The folder for the answers of the memory probe. */
  readonly folder: string;
  readonly pool: Pool;
  readonly utterances: number;
  readonly print: (text: string) => void;
}

export interface SoakResult {
  /** The run was complete, nothing grew, and every answer was as expected. */
  readonly isGood: boolean;
  readonly figures: readonly RecordedFigure[];
}

/** Samples in a whole run. */
const SAMPLES = 40;
/** These samples do not count: V8 compiles the code that runs often, and buffers are allocated that are reused later. */
const WARM_UP_SHARE = 0.1;
/** Least number of warm-up utterances: the engine grows by about 15 MB in its first 200. */
const LEAST_WARM_UP = 250;
/** Sessions at work at the same time. */
const IN_FLIGHT = 2;

/** Sends the utterances and prints from time to time what the processes hold. At the end, or after an interruption, it prints what
 *  has grown. */
export async function soak({ address, folder, pool, utterances, print }: SoakSetUp): Promise<SoakResult> {
  const send = createClient(address);
  const tally = createTally();
  const samples: Sample[] = [];
  const started = Date.now();
  const sessionsOfBatch = Math.max(IN_FLIGHT, Math.round(utterances / SAMPLES / STEPS_OF_SESSION));
  let sessions = 0;
  let isWhole = false;
  try {
    print('Filling the caches ...\n');
    await fillCaches(send, pool, utterances);
    const watch = watchMemory(folder);
    const note = async (): Promise<void> => {
      const sample = await watch();
      samples.push(sample);
      const minutes = ((Date.now() - started) / 60_000).toFixed(1);
      print(`${String(sessions * STEPS_OF_SESSION).padStart(6)} utterances, ${minutes} min: ${sampleLine(sample)}\n`);
    };
    while (sessions * STEPS_OF_SESSION < utterances) {
      await runSessions(sessions, sessions + sessionsOfBatch, send, pool, tally);
      sessions += sessionsOfBatch;
      await note();
    }
    isWhole = true;
  } catch (error) {
    print(`Interrupted after ${sessions * STEPS_OF_SESSION} utterances: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  print(tally.lines());
  const warmUp = Math.max(WARM_UP_SHARE * utterances, LEAST_WARM_UP);
  const warmUpSamples = Math.ceil(warmUp / (sessionsOfBatch * STEPS_OF_SESSION));
  const counted = samples.slice(warmUpSamples);
  if (counted.length < 2) {
    print('Too short to tell what grows.\nFAILED\n');
    return { isGood: false, figures: [] };
  }
  const growths = growthOf(counted);
  print(`Median of the samples, first half and second half, without the first ${warmUpSamples} of ${samples.length}:\n${growthLines(growths)}`);
  const isGood = isWhole && tally.faults() === 0 && growths.every(({ isMissed }) => !isMissed);
  print(isGood ? 'PASSED\n' : 'FAILED\n');
  const figures = [
    { name: 'utterances', value: sessions * STEPS_OF_SESSION },
    { name: 'answers that are not as expected', value: tally.faults(), target: '0' },
    ...growthFigures(growths),
  ];
  return { isGood, figures };
}

/** Runs the sessions `from` up to `to`, a few at the same time. The utterances of a session are sent one after the other. */
async function runSessions(from: number, to: number, send: (request: Request) => Promise<Answer>, pool: Pool, tally: Tally): Promise<void> {
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const session = next++;
      for (let place = 0; place < STEPS_OF_SESSION; place++) {
        const step = stepOf(session, place, pool);
        tally.count(await send(step), step);
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}
