import type { BackendName } from '../../engine/inference';
import type { HearJob } from '../../engine/jobs';
import type { Supervisor } from '../../engine/supervisor';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { MelSpectrogram } from '../../pipeline/types';
import { withEnvironment } from '../../test/support/fake-microphone';
import { built } from './built';
import { measure, type Repeats, type Summary, type Timing } from './measure';
import { cpuMsOf, residentMb } from './processes';
import { GATE, melOf } from './stages';
import { utterance } from './utterance';

/** Times of utterances that go through noise, vad, mel and score in engines that work at the same time. */
export interface EngineTimes {
  readonly seconds: number;
  readonly engines: number;
  /** Time of one utterance: four jobs one after the other. */
  readonly times: Timing;
  readonly utterancesPerSecond: number;
}

export interface EngineFigures {
  readonly times: readonly EngineTimes[];
  /** Memory of the first engine, after all lengths. */
  readonly residentMb: number | null;
}

const MODEL = 'default';
/** Of the bench's jobs. */
export const OWNER = Symbol('bench');
const { createSupervisor } = built('engine/supervisor') as typeof import('../../engine/supervisor');

/** Measures one and two engine processes for each length. Null if this machine lacks the runtime. */
export async function engineFigures(
  backend: BackendName,
  lengths: readonly number[],
  repeatsFor: (seconds: number) => Repeats,
): Promise<EngineFigures | null> {
  // The child reads the variable when it starts, and it starts with its first job.
  const restore = withEnvironment('PRONUNCIATION_BACKEND', backend);
  const engines = [createSupervisor(), createSupervisor()];
  try {
    const times: EngineTimes[] = [];
    for (const seconds of lengths) {
      for (const count of [1, 2]) times.push(await utterances(engines.slice(0, count), seconds, repeatsFor(seconds)));
    }
    return { times, residentMb: residentMb(engines[0]?.pid ?? 0) };
  } catch (error) {
    if (isWithoutRuntime(error)) return null;
    throw error;
  } finally {
    restore();
    await Promise.all(engines.map((engine) => engine.stop()));
  }
}

async function utterances(engines: readonly Supervisor[], seconds: number, repeats: Repeats): Promise<EngineTimes> {
  const [wav, reference] = [utterance(seconds, 1), melOf(utterance(seconds, 2))];
  await Promise.all(engines.map((engine) => throughAll(engine, wav, reference)));
  const started = performance.now();
  const all = await Promise.all(
    engines.map((engine) =>
      measure(() => throughAll(engine, wav, reference), repeats, () => cpuMsOf(engine.pid ?? 0)),
    ),
  );
  const elapsed = (performance.now() - started) / 1000;
  const cpu = all.map((times) => times.cpu).filter((found) => found !== null);
  const utterancesPerSecond = (engines.length * (repeats.repeats + repeats.warmUp)) / elapsed;
  return {
    seconds,
    engines: engines.length,
    times: { cpu: cpu.length === all.length ? mean(cpu) : null, wall: mean(all.map(({ wall }) => wall)) },
    utterancesPerSecond,
  };
}

/** The mean of two engines that do the same work. */
function mean(parts: readonly Summary[]): Summary {
  const of = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    median: of(parts.map(({ median }) => median)),
    p95: of(parts.map(({ p95 }) => p95)),
    least: of(parts.map(({ least }) => least)),
  };
}

/** Whether a job failed because this machine lacks the runtime. */
export function isWithoutRuntime(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'PRON_NO_INFERENCE';
}

/** The jobs that the nodes send to the engine for one learner. @param expected without it there is no hear node */
export async function throughAll(
  engine: Supervisor,
  wav: Uint8Array,
  reference: MelSpectrogram,
  expected?: Pick<HearJob, 'text' | 'language'>,
): Promise<void> {
  const quiet = await engine.run({ kind: 'noise', wav, options: GATE }, OWNER);
  // The nodes pass on the noise that the first of them has measured, and the speech that vad has found.
  const { noise } = quiet.facts;
  const speech = await engine.run({ kind: 'vad', wav: quiet.wav, options: {}, noise }, OWNER);
  const hearing = expected && (await engine.run({ kind: 'hear', wav: speech.wav, noise, speech: speech.speech, ...expected }, OWNER));
  const { mel: learner, facts } = await engine.run({ kind: 'mel', wav: speech.wav, features: DEFAULT_FEATURES, noise }, OWNER);
  await engine.run({ kind: 'score', model: MODEL, learner, reference, facts: { ...facts, heard: hearing?.heard } }, OWNER);
}
