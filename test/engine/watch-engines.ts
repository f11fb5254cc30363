import childProcess, { type ChildProcess } from 'node:child_process';
import type { Report } from '../../engine/protocol';

/** Sees which engine is at work on an order, of those that are started until `stop`. */
export interface EngineWatch {
  /** The process that has taken an order and not answered it yet; waits for one where there is none. */
  atWork(): Promise<number>;
  stop(): void;
}

export function watchEngines(): EngineWatch {
  const { fork } = childProcess;
  const waiting: ((pid: number) => void)[] = [];
  let atWork: number | undefined;
  const watched = (...args: Parameters<typeof fork>): ChildProcess => {
    const child = fork(...args);
    const { pid } = child;
    const rest = (): void => {
      if (atWork === pid) atWork = undefined;
    };
    child.on('exit', rest);
    child.on('message', (report) => {
      const { type } = report as Report; // only engine/child writes to it
      if (type !== 'accepted') rest();
      else if (pid !== undefined) {
        atWork = pid;
        for (const tell of waiting.splice(0)) tell(pid);
      }
    });
    return child;
  };
  childProcess.fork = watched as typeof fork;
  return {
    atWork: () => (atWork === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(atWork)),
    stop: () => {
      childProcess.fork = fork;
    },
  };
}
