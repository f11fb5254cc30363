import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

import { CAUGHT, COMPLETED, type Received, type RunningFlow } from '../../test/support/node-red';
import { isPolluted } from './odd-value';
import { faultsOfError, type Outcome } from './outcome';
import { uncaught } from './uncaught';

const LIMIT_MS = 20_000;

/** The end of the message that was sent; undefined if none came in time, or if an error was thrown past the nodes. This is polled,
 *  because a promise of the next end could resolve with that of a later message. */
async function endOf(flow: RunningFlow): Promise<Received | undefined> {
  const limit = performance.now() + LIMIT_MS;
  while (performance.now() < limit && uncaught.isClear()) {
    const [end] = [CAUGHT, COMPLETED].flatMap((box) => flow.waiting(box).splice(0, 1)) as Received[];
    if (end !== undefined) return end;
    await pause(1);
  }
  return undefined;
}

/** Empties the boxes of collectors. */
export function drain(flow: RunningFlow, ...boxes: readonly string[]): Received[] {
  return boxes.flatMap((box) => flow.waiting(box).splice(0)) as Received[];
}

/**
 * Gives a message to a node and waits for its end: exactly one, an error that helps or none.
 * @param outputs the collector of what the node sends
 * @param faultsOfResult what is wrong with a message that it sent
 */
export async function judged(
  flow: RunningFlow,
  node: string,
  msg: object,
  output: string,
  faultsOfResult: (result: Received) => string[],
): Promise<Outcome> {
  const faults = drain(flow, CAUGHT, COMPLETED, output).map(() => 'an end that came late, of the message before');
  flow.send(node, msg);
  const first = await endOf(flow);
  const thrown = uncaught.take();
  if (first === undefined) return { accepted: false, faults: thrown.length > 0 ? thrown : ['a hang: neither done nor an error'] };
  await nextTurn();
  faults.push(...thrown);
  const more = drain(flow, CAUGHT, COMPLETED).length;
  if (more > 0) faults.push(`${more + 1} ends in place of one`);
  if (isPolluted()) faults.push('the prototype of all objects was changed');
  const sent = drain(flow, output);
  if ('complete' in first) return { accepted: true, faults: [...faults, ...sent.flatMap(faultsOfResult)] };
  const { code, message } = first.error;
  // The one copy that failed may be that of a Complete node, which comes last.
  if (sent.length > 0 && code !== 'PRON_UNCOPYABLE') faults.push('a result and an error');
  return { accepted: false, code, faults: [...faults, ...faultsOfError({ code, message })] };
}
