import type { Flow } from '../../lib/flow';
import { code } from './code';

/**
 * A node that lets one recording after the other pass, so that a class may press several buttons at once.
 * @param to where the recording goes
 * @returns its key
 */
export function addQueue(flow: Flow, [x, y]: readonly [number, number], to: readonly string[]): string {
  const ends = ['table done', 'failed done'].map((key) => flow.id(key));
  flow.add('next', 'link in', { name: 'next', links: ends, at: [x - 50, y - 40], to: ['queue'] });
  return flow.add('queue', 'function', {
    name: 'one at a time', func: code('lib/queue.js'), initialize: "context.set('waiting', []);\ncontext.set('since', 0);\n", at: [x, y], to,
  });
}

/** The end of a recording's way, which lets the next one pass. */
export function addEnd(flow: Flow, key: 'table done' | 'failed done', at: readonly [number, number]): string {
  return flow.add(key, 'link out', { name: 'next', links: [flow.id('next')], at });
}
