import { setTimeout as pause } from 'node:timers/promises';

import type { Mosquitto } from '../../test/support/mosquitto';
import { endProcess, startWorkerProcess, type WorkerProcess } from './processes';

/** What has been done to the workers and to the broker. */
export interface Troubles {
  killed: number;
  frozen: number;
  brokerRestarts: number;
}

export interface TroubleOptions {
  /** Between two troubles, ms. */
  readonly quietMs: number;
  /** How long a frozen worker stays so, ms: longer than its connection is kept. */
  readonly frozenMs: number;
  readonly isOver: () => boolean;
  readonly isHalf: () => boolean;
  readonly random: () => number;
  readonly onTrouble: (what: string) => void;
}

export interface Pool {
  readonly broker: Mosquitto;
  readonly root: string;
  readonly workers: WorkerProcess[];
}

/**
 * Kills (SIGKILL, and starts again) and freezes (SIGSTOP, and lets go on) one worker after the other until `isOver`; the broker
 * is restarted when half of the work is done. Somebody is always at work, as in a class: the last worker is left alone.
 */
export async function makeTrouble(pool: Pool, { quietMs, frozenMs, isOver, isHalf, random, onTrouble }: TroubleOptions): Promise<Troubles> {
  const done: Troubles = { killed: 0, frozen: 0, brokerRestarts: 0 };
  const { broker, root, workers } = pool;
  const thaws: Promise<void>[] = [];
  const frozen = new Set<number>();
  const nap = async (ms: number): Promise<void> => {
    for (const end = Date.now() + ms; Date.now() < end && !isOver();) await pause(100);
  };
  for (let turn = 0; ; turn++) {
    await nap(quietMs);
    if (isOver()) break;
    if (isHalf() && done.brokerRestarts === 0) {
      await broker.stop();
      await pause(500);
      await broker.start();
      done.brokerRestarts++;
      onTrouble('broker restarted');
      continue;
    }
    const free = workers.map((_, i) => i).filter((i) => !frozen.has(i));
    if (free.length < 2) continue;
    const at = free[Math.floor(random() * free.length)] ?? 0;
    const worker = workers[at] as WorkerProcess; // chosen among them
    if (turn % 2 === 0 || frozen.size > 0) {
      await endProcess(worker.child);
      done.killed++;
      onTrouble(`worker ${at} killed`);
      const next = startWorkerProcess(broker.url, root, `worker ${at}`);
      workers[at] = next;
      await Promise.race([next.ready, nap(20_000)]);
    } else {
      worker.child.kill('SIGSTOP');
      done.frozen++;
      onTrouble(`worker ${at} frozen`);
      frozen.add(at);
      thaws.push(nap(frozenMs).then(() => {
        frozen.delete(at);
        worker.child.kill('SIGCONT');
      }));
    }
  }
  await Promise.all(thaws);
  return done;
}
