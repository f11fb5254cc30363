import assert from 'node:assert/strict';
import { EXAMPLES } from '../../practice/examples';
import type { FlowNode } from '../../practice/flow/flow';
import { boxOf, type Box } from '../../practice/flow/sizes';

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const nameOf = ({ name, type }: FlowNode): string => (typeof name === 'string' && name !== '' ? name : type);

/** Pairs of names whose boxes overlap. */
function overlaps(nodes: readonly FlowNode[], box: (node: FlowNode) => Box): string[] {
  return nodes.flatMap((a, i) => nodes.slice(i + 1).filter((b) => overlap(box(a), box(b))).map((b) => `${nameOf(a)} and ${nameOf(b)}`));
}

describe('The example flows', () => {
  for (const { file, nodes } of EXAMPLES) {
    it(`have no node on another: ${file}`, () => {
      assert.deepEqual(overlaps(nodes.filter(({ wires }) => wires !== undefined), boxOf), []);
    });
  }

  it('have no group on another, and each link in node is reached', () => {
    for (const { nodes } of EXAMPLES) {
      const groups = nodes.filter(({ type }) => type === 'group');
      assert.deepEqual(overlaps(groups, (group) => group as unknown as Box), []);
      const unreached = nodes.filter(({ type, links }) => type === 'link in' && Array.isArray(links) && links.length === 0);
      assert.deepEqual(unreached.map(({ name }) => name), []);
    }
  });
});
