import type { BackendName } from '../../engine/inference';
import type { Supervisor } from '../../engine/supervisor';
import { withEnvironment } from '../../test/support/fake-microphone';
import { built } from './built';
import { isWithoutRuntime, OWNER, throughAll } from './engines';
import { measure, summaryOf, type Repeats, type Timing } from './measure';
import { cpuMsOf, peakResidentMb, residentMb } from './processes';
import { LANGUAGE, ONE_WORD_LEFT_OUT, SENTENCE, spoken } from './spoken';
import { melOf, speechOf, type Speech } from './stages';

/** How often the ear is measured. */
export interface EarRepeats {
  /** Fresh engines that load the ear. */
  readonly starts: number;
  readonly jobs: Repeats;
}

/** What the ear costs an engine. Times of sentences of 4 s. */
export interface EarFigures {
  /** The job `load-ear`, in an engine that has scored. */
  readonly load: Timing;
  /** The first sentence after that. */
  readonly first: Timing;
  /** The job `hear`: a sentence as it should be said, and one with a word left out. */
  readonly right: Timing;
  readonly leftOut: Timing;
  /** From the end of the recording to the score: the jobs of the nodes noise, vad, hear, mel and score. */
  readonly withEar: Timing;
  /** The same without the hear node. */
  readonly withoutEar: Timing;
  readonly memory: EarMemory;
}

/** Of the engine, MB; null if the system does not tell. */
export interface EarMemory {
  readonly before: number | null;
  readonly loaded: number | null;
  readonly used: number | null;
  /** The largest of all. */
  readonly peak: number | null;
}

const { createSupervisor } = built('engine/supervisor') as typeof import('../../engine/supervisor');

/** Null if this machine lacks the runtime or the ear. */
export async function earFigures(backend: BackendName, { starts, jobs }: EarRepeats): Promise<EarFigures | null> {
  // The child reads the variable when it starts, and it starts with its first job.
  const restore = withEnvironment('PRONUNCIATION_BACKEND', backend);
  try {
    const recording = await spoken(SENTENCE);
    const [right, leftOut] = [speechOf(recording), speechOf(await spoken(ONE_WORD_LEFT_OUT))];
    const reference = melOf(right.wav);
    const score = (engine: Supervisor, ear: boolean): Promise<unknown> => throughAll(engine, recording, reference, ear ? EXPECTED : undefined);
    const loads: Once[] = [];
    const firsts: Once[] = [];
    for (let start = 1; ; start += 1) {
      const engine = createSupervisor();
      try {
        await score(engine, false);
        const before = residentMb(engine.pid ?? 0);
        loads.push(await once(engine, () => engine.run({ kind: 'load-ear' }, OWNER, LIMIT)));
        const loaded = residentMb(engine.pid ?? 0);
        const hear = (speech: Speech): Promise<unknown> => engine.run({ kind: 'hear', ...speech, ...EXPECTED }, OWNER, LIMIT);
        firsts.push(await once(engine, () => hear(right)));
        if (start < starts) continue;
        const timed = (work: () => Promise<unknown>): Promise<Timing> => measure(work, jobs, () => cpuMsOf(engine.pid ?? 0));
        const times = {
          right: await timed(() => hear(right)),
          leftOut: await timed(() => hear(leftOut)),
          withEar: await timed(() => score(engine, true)),
          withoutEar: await timed(() => score(engine, false)),
        };
        const memory = { before, loaded, used: residentMb(engine.pid ?? 0), peak: peakResidentMb(engine.pid ?? 0) };
        return { load: timingOf(loads), first: timingOf(firsts), ...times, memory };
      } finally {
        await engine.stop();
      }
    }
  } catch (error) {
    if (isWithoutRuntime(error) || (error as { code?: unknown }).code === 'PRON_NO_EAR') return null;
    throw error;
  } finally {
    restore();
  }
}

const EXPECTED = { text: SENTENCE, language: LANGUAGE };
/** The bench must also end on a slow machine. */
const LIMIT = { timeoutMs: 120_000 };

interface Once {
  readonly cpu: number | null;
  readonly wall: number;
}

/** One call of what can be measured only once in an engine, ms. */
async function once(engine: Supervisor, work: () => Promise<unknown>): Promise<Once> {
  const [cpuBefore, wallBefore] = [cpuMsOf(engine.pid ?? 0), performance.now()];
  await work();
  const [cpuAfter, wallAfter] = [cpuMsOf(engine.pid ?? 0), performance.now()];
  return { cpu: cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore, wall: wallAfter - wallBefore };
}

function timingOf(all: readonly Once[]): Timing {
  const cpu = all.flatMap((one) => one.cpu ?? []);
  return { cpu: cpu.length === all.length ? summaryOf(cpu) : null, wall: summaryOf(all.map(({ wall }) => wall)) };
}
