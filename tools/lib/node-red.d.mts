import type { ChildProcess, StdioOptions } from 'node:child_process';

export interface NodeRedOptions {
  readonly userDir: string;
  readonly port: number;
  readonly stdio?: StdioOptions;
  readonly settings?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function startNodeRed(options: NodeRedOptions): ChildProcess;
export function waitUntilUp(child: ChildProcess, port: number, root?: string): Promise<string>;
export function stopNodeRed(child: ChildProcess): Promise<void>;
