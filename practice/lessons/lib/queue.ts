import type { Flow } from '../../flow/flow';
import { code } from './code';

/** Where the table is filled, and where failures are shown. */
const ENDS = ['table done', 'failed done'];

/**
 * A node that passes one recording on at a time, so that a class can press several buttons.
 * @param to where the recording goes
 * @param ends the keys of the nodes, by `addEnd`, that let the next one pass
 * @returns its key
 */
export function addQueue(flow: Flow, [x, y]: readonly [number, number], to: readonly string[], ends: readonly string[] = ENDS): string {
  flow.add('next', 'link in', { name: 'next', links: ends.map(flow.id), at: [x - 50, y - 40], to: ['queue'] });
  return flow.add('queue', 'function', {
    name: 'one at a time', func: code('lib/take-turns.js'), initialize: "context.set('waiting', []);\ncontext.set('since', 0);\n", at: [x, y], to,
  });
}

/** The end of a recording's way, which lets the next one pass. */
export function addEnd(flow: Flow, key: string, at: readonly [number, number]): string {
  return flow.add(key, 'link out', { name: 'next', links: [flow.id('next')], at });
}
