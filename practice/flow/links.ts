import type { Flow, Wires } from './flow';

/** A link in node: it joins messages of several nodes without a wire across the whole flow. */
export interface LinkIn {
  readonly key: string;
  readonly name: string;
  readonly at: readonly [number, number];
  readonly to: Wires;
}

export interface LinkOut {
  readonly key: string;
  readonly at: readonly [number, number];
}

/** Adds a link in node and the link out nodes that lead to it; wire senders to the keys of the latter. */
export function addLinks(flow: Flow, { key, name, at, to }: LinkIn, outs: readonly LinkOut[]): void {
  flow.add(key, 'link in', { name, links: outs.map((out) => flow.id(out.key)), at, to });
  for (const out of outs) flow.add(out.key, 'link out', { name, mode: 'link', links: [flow.id(key)], at: out.at });
}
