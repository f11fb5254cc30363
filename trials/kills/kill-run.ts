import { setTimeout as pause } from 'node:timers/promises';
import { pick, seededRandom, shuffled } from '../../base/random';
import { runNodeRed, type RunningNodeRed } from '../../test/system/support/node-red';
import { syntheticWav } from '../../test/support/synthetic-speech';
import { ask, insideSettings } from '../lib/inside';
import { descendantsOf } from '../lib/processes';
import { killsFlow, type End } from './flow';

export const WAYS = ['SIGKILL', 'SIGSEGV', 'SIGILL', 'memory'] as const;

export interface KillPlan {
  /** Least number of jobs. */
  readonly jobs: number;
  readonly kills: number;
  readonly seed: number;
  /** Undefined: native until native code has died once, WebAssembly from then on. */
  readonly backend?: 'native' | 'wasm' | undefined;
}

/** The counts of a run. */
export interface KillFigures {
  /** Number of ends by error code, or by `native` and `wasm` for results. */
  readonly ends: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly doubled: number;
  /** Results that differ from those of the same recording without kills. */
  readonly wrong: number;
  readonly kills: Readonly<Record<string, number>>;
  /** Engines that died without a job, beyond `kills`. */
  readonly diedIdle: number;
  /** Jobs that engines have accepted. */
  readonly orders: number;
  readonly isSameProcess: boolean;
  /** Processes that are left over after the flow was removed. */
  readonly left: number;
}

interface Killer {
  readonly pid: number;
  readonly kills: readonly string[];
  readonly diedIdle: number;
  readonly orders: number;
}

/** Seconds of the recordings. The long one needs more memory than an engine has free. */
const LENGTHS = [2, 2, 2, 20];
/** Jobs at the same time, so that the engine always has a next one. */
const AT_ONCE = 6;
/** Each job is four orders. */
const ORDERS = 4;
const LOST_AFTER_MS = 60_000;
/** Jobs are sent until every kill has hit a working engine, but at most this many times the wanted number. */
const MOST = 3;
/** Native and WebAssembly differ in the last digits. */
const TOLERANCE = 0.02;

/** Scores recordings in a real Node-RED while its engines are ended, and counts how each job has ended. */
export async function killRun(plan: KillPlan): Promise<KillFigures> {
  const red = await runNodeRed({
    flows: killsFlow(),
    settings: `settings.functionGlobalContext = { tally: require(${JSON.stringify(require.resolve('./tally.cjs'))}) };
${insideSettings({ killer: 'kills/killer.cjs', tally: 'kills/tally.cjs' })}`,
    env: plan.backend === undefined ? {} : { PRONUNCIATION_BACKEND: plan.backend },
  });
  try {
    return await killIn(red, plan);
  } finally {
    await red.stop();
  }
}

async function killIn(red: RunningNodeRed, { jobs, kills, seed }: KillPlan): Promise<KillFigures> {
  const random = seededRandom(seed);
  const wavs = LENGTHS.map((seconds, voice) => syntheticWav({ seed: 11 + voice, seconds }));
  await post(red, '/reference/0', syntheticWav({ seed: 10, seconds: 2 }));
  const undisturbed: number[] = [];
  for (const [voice, wav] of wavs.entries()) undisturbed.push(distanceOf(await post(red, `/learner/undisturbed-${voice}`, wav)));

  const before = await ask<Killer>(red, 'killer');
  const ways = shuffled(Array.from({ length: kills }, (_, i) => WAYS[i % WAYS.length] as string), random);
  // The kills are planned for half of the jobs: some jobs end before their kill, and some kills wait for a long recording.
  const every = Math.max(1, Math.floor((0.5 * ORDERS * jobs) / kills));
  await ask(red, 'killer', { ways: ways.join(','), seed: String(seed), every: String(every) });
  let wrong = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs || (next < MOST * jobs && (await ask<Killer>(red, 'killer')).kills.length < kills)) {
      const job = next++;
      const voice = pick([...wavs.keys()], random);
      const end = await post(red, `/learner/${job}`, wavs[voice] as Buffer).catch(() => undefined);
      if (end !== undefined && 'distance' in end && Math.abs(end.distance - (undisturbed[voice] ?? NaN)) > TOLERANCE) wrong++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // A second end of a job may come late.
  await pause(500);

  const all = await ask<Record<string, readonly End[]>>(red, 'tally');
  const counts = Array.from({ length: next }, (_, job) => all[job] ?? []);
  const done = await ask<Killer>(red, 'killer');
  await red.deploy([]);
  return {
    ends: countBy(counts.flat().map((end) => ('code' in end ? end.code : end.backend))),
    lost: counts.filter(({ length }) => length === 0).length,
    doubled: counts.filter(({ length }) => length > 1).length,
    wrong,
    kills: countBy(done.kills),
    diedIdle: done.diedIdle,
    orders: done.orders - before.orders,
    isSameProcess: done.pid === before.pid,
    left: descendantsOf(done.pid).length,
  };
}

async function post(red: RunningNodeRed, path: string, wav: Buffer): Promise<End> {
  const answer = await fetch(`${red.address}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'audio/wav' },
    body: new Uint8Array(wav),
    signal: AbortSignal.timeout(LOST_AFTER_MS),
  });
  const text = await answer.text();
  return text === 'kept' ? { code: text } : (JSON.parse(text) as End);
}

function distanceOf(end: End): number {
  if ('distance' in end && Number.isFinite(end.distance)) return end.distance;
  throw new Error(`Nothing was killed yet, and a job ended with ${JSON.stringify(end)}.`);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
