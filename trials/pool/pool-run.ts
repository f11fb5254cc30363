import { rmSync } from 'node:fs';

import { startMosquitto } from '../../test/support/mosquitto';
import { expectedOf } from './expected';
import { endProcess, startAskerProcess, startWorkerProcess, type AskerProcess } from './processes';
import { makeTrouble, type Pool, type Troubles } from './troubles';
import { variants } from './variants';
import type { Told } from './asker-child';

export interface PoolPlan {
  readonly workers: number;
  readonly askers: number;
  readonly utterances: number;
  /** Different ones among them. */
  readonly variants: number;
  /** Between two troubles, and how long a worker stays frozen, ms; null for none. */
  readonly troubles: { readonly quietMs: number; readonly frozenMs: number } | null;
  /** Utterances a second of all askers together, as a share of what one engine does alone; 0 for as fast as they can. */
  readonly load: number;
  /** All utterances are heard by the ear. */
  readonly isHeard: boolean;
  /** How many each asker asks for at the same time. */
  readonly atOnce: number;
  readonly seed: number;
}

export interface PoolFigures extends Troubles {
  readonly right: number;
  readonly wrong: number;
  readonly failed: Readonly<Record<string, number>>;
  /** Answers that the asker's code has handed on twice. */
  readonly doubled: number;
  /** Second answers that arrived and were dropped. */
  readonly dropped: number;
  readonly secondTries: number;
  readonly otherSet: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly medianWaitMs: number;
  readonly longestWaitMs: number;
  readonly medianWorkMs: number;
  readonly megabytesEach: number;
}

/** Deterministic, from 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Real worker and asker processes at a real mosquitto; see main.ts. */
export async function poolRun(plan: PoolPlan, onProgress: (text: string) => void = () => undefined): Promise<PoolFigures> {
  const all = variants(plan.variants, plan.isHeard);
  const expected = await expectedOf(all);
  const everyMs = plan.load === 0 ? 0 : (plan.askers * expected.msEach) / plan.load;
  onProgress(`scored here: ${expected.msEach.toFixed(0)} ms each`);
  const broker = await startMosquitto();
  const pool: Pool = { broker, root: 'trial/pool', workers: [] };
  const random = randomOf(plan.seed);
  const came = new Map<number, number>();
  const waits: number[] = [];
  const works: number[] = [];
  const failed: Record<string, number> = {};
  const sums = { right: 0, wrong: 0, doubled: 0, dropped: 0, secondTries: 0, otherSet: 0, ended: 0 };

  const settled = (): number => came.size;
  const onTold = (told: Told): void => {
    if (told.type === 'ready') return;
    if (told.type === 'end') {
      sums.ended++;
      sums.dropped += told.doubled;
      sums.secondTries += told.secondTries;
      return;
    }
    if (came.has(told.id)) sums.doubled++;
    came.set(told.id, (came.get(told.id) ?? 0) + 1);
    if (told.type === 'failed') {
      failed[told.code] = (failed[told.code] ?? 0) + 1;
      return;
    }
    if (told.lasting === expected.answers[told.variant]) sums.right++;
    else sums.wrong++;
    if (told.set !== expected.set) sums.otherSet++;
    waits.push(told.waitedMs);
    works.push(told.ms);
  };

  const askers: AskerProcess[] = [];
  try {
    pool.workers.push(...Array.from({ length: plan.workers }, (_, i) => startWorkerProcess(broker.url, pool.root, `worker ${i}`)));
    await Promise.all(pool.workers.map(({ ready }) => ready));
    for (let i = 0; i < plan.askers; i += STARTED_AT_ONCE) {
      const group = Array.from({ length: Math.min(STARTED_AT_ONCE, plan.askers - i) }, () => startAskerProcess(broker.url, pool.root, onTold));
      askers.push(...group);
      await Promise.all(group.map(({ ready }) => ready));
    }
    onProgress('all have started');
    const begun = performance.now();
    const work = Array.from({ length: plan.utterances }, (_, id) => ({ id, variant: Math.floor(random() * plan.variants) }));
    askers.forEach((asker, i) => asker.work({ utterances: work.filter(({ id }) => id % plan.askers === i), variants: plan.variants, isHeard: plan.isHeard, atOnce: plan.atOnce, everyMs }));
    const isOver = (): boolean => sums.ended === plan.askers;
    const troubles = plan.troubles
      ? await makeTrouble(pool, { ...plan.troubles, isOver, isHalf: () => settled() >= plan.utterances / 2, random, onTrouble: (what) => onProgress(`${what}; ${settled()} answered`) })
      : { killed: 0, frozen: 0, brokerRestarts: 0 };
    while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 50));
    const seconds = (performance.now() - begun) / 1000;
    return {
      ...troubles, right: sums.right, wrong: sums.wrong, failed, doubled: sums.doubled, dropped: sums.dropped, secondTries: sums.secondTries, otherSet: sums.otherSet,
      seconds, perSecond: sums.right / seconds, medianWaitMs: median(waits), longestWaitMs: Math.max(0, ...waits), medianWorkMs: median(works),
      megabytesEach: all.reduce((sum, { wav }) => sum + wav.length, 0) / all.length / 1e6,
    };
  } finally {
    await Promise.all([...askers.map(({ end }) => end()), ...pool.workers.map(({ child }) => endProcess(child))]);
    await broker.stop();
    rmSync(broker.folder, { recursive: true, force: true });
  }
}

/** Processes that are started side by side: all at once would take minutes for the first ones to answer. */
const STARTED_AT_ONCE = 5;

/** What is wrong in the figures; empty if nothing is. */
export function faultsOf(figures: PoolFigures, plan: Pick<PoolPlan, 'utterances' | 'troubles'>): string[] {
  const { right, wrong, failed, doubled, otherSet, killed, frozen, brokerRestarts } = figures;
  return [
    ...(right === plan.utterances ? [] : [`${right} of ${plan.utterances} answers are right`]),
    ...(wrong === 0 ? [] : [`${wrong} answers are wrong`]),
    ...(doubled === 0 ? [] : [`${doubled} answers came twice`]),
    ...(otherSet === 0 ? [] : [`${otherSet} answers are of other models`]),
    ...Object.entries(failed).map(([code, count]) => `${count} times ${code}`),
    ...(plan.troubles !== null && (killed === 0 || frozen === 0 || brokerRestarts !== 1) ? ['there was too little trouble'] : []),
  ];
}
