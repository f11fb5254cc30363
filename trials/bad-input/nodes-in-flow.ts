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

/** Removes and returns the messages of collectors. */
export function drain(flow: RunningFlow, ...boxes: readonly string[]): Received[] {
  return boxes.flatMap((box) => flow.waiting(box).splice(0)) as Received[];
}

/**
 * Sends a message to a node and waits for its end. There must be exactly one end: success, or an error with a helpful sentence.
 * @param outputs the collector of the node's messages
 * @param faultsOfResult finds what is wrong with a message of the node
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
  // The copy for a Complete node is made last, so it may fail after the result was sent.
  if (sent.length > 0 && code !== 'PRON_UNCOPYABLE') faults.push('a result and an error');
  return { accepted: false, code, faults: [...faults, ...faultsOfError({ code, message })] };
}
