import type { FlowNode } from './flow';

/** An example flow and its file in examples/; the name without .json is what Import > Examples shows. */
export interface Example {
  readonly file: string;
  readonly nodes: readonly FlowNode[];
}

/** The text of an example's file. */
export function textOf({ nodes }: Example): string {
  return `${JSON.stringify(nodes, null, 4)}\n`;
}
