import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import type { FlowNode } from './flow';

/** An example flow and its file in examples/; the name without .json is what Import > Examples shows. */
export interface Example {
  readonly file: string;
  readonly nodes: readonly FlowNode[];
}

const pathOf = (file: string): string => join(packageRoot(), 'examples', file);

/** The text of an example's file. */
export function textOf({ nodes }: Example): string {
  return `${JSON.stringify(nodes, null, 4)}\n`;
}

/** Whether the file holds this flow. */
export function isWritten(example: Example): boolean {
  return readFileSync(pathOf(example.file), 'utf8') === textOf(example);
}

export function write(example: Example): void {
  const path = pathOf(example.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, textOf(example));
}
